import { type ReactNode, useId } from "react";
import { StepUpPlace } from "./step-up/StepUpPlace.tsx";

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A section of a part of the page. Sensitive acts in it may ask for a proof, which then takes the section's place. */
export function Section({ title, children }: SectionProps) {
  const id = useId();
  return (
    <section className="bp-aside" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <StepUpPlace>{children}</StepUpPlace>
    </section>
  );
}
