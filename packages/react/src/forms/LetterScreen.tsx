import { type ReactNode, useEffect, useRef } from "react";
import { Heading } from "./Heading.tsx";

interface LetterScreenProps {
  readonly title: string;
  /** It has taken the place of something that had the focus: its title is what the reader needs to hear. */
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
}

/** A screen without a form, where a letter's link has led. */
export function LetterScreen({ title, takesFocus = false, children }: LetterScreenProps) {
  const screen = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) screen.current?.querySelector<HTMLElement>("[data-heading]")?.focus();
  }, [takesFocus]);
  return (
    <section className="bp-form" ref={screen}>
      <Heading>{title}</Heading>
      {children}
    </section>
  );
}
