import { lazy } from "react";
import { Lazily } from "../Lazily.tsx";
import type { SecondFactorStepProps } from "./SecondFactorStep.tsx";

/** Fetches the second step; to be awaited before the first one goes, so that a failure is said there. */
export const loadSecondFactor = () => import("./SecondFactorStep.tsx");

const Step = lazy(loadSecondFactor);

/** The second step of signing in, for every form that may be answered `second-factor-required`. */
export const SecondFactor = (props: SecondFactorStepProps) => (
  <Lazily>
    <Step {...props} />
  </Lazily>
);
