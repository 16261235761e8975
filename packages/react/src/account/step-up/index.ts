export { StepUpPlace } from "./StepUpPlace.tsx";
export { type StepUp, useStepUp } from "./step-up-context.ts";
