import { type ReactNode, useEffect, useId, useRef } from "react";

interface PartOfPageProps {
  readonly title: string;
  readonly lead: string;
  /** The reader has just come here from another part, and hears where they are. */
  readonly arrived: boolean;
  readonly children: ReactNode;
}

/** One part of the account page with its heading. */
export function PartOfPage({ title, lead, arrived, children }: PartOfPageProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrived) heading.current?.focus();
  }, [arrived]);
  return (
    <section className="bp-part" aria-labelledby={id}>
      <h2 id={id} className="bp-part-heading" tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <p className="bp-quiet">{lead}</p>
      {children}
    </section>
  );
}
