import { lazy } from "react";
import { Lazily } from "../Lazily.tsx";
import { useWays } from "./use-ways.ts";

// Most books have no providers; the form does not wait for their buttons.
const Buttons = lazy(() => import("./Buttons.tsx"));

/** A button for each provider that the server knows; nothing where it knows none. */
export function ProviderButtons() {
  const providers = useWays()?.providers ?? [];
  if (providers.length === 0) return null;
  return (
    <Lazily>
      <Buttons providers={providers} />
    </Lazily>
  );
}
