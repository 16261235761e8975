import { type ReactNode, Suspense, useState } from "react";
import { useTakesOver } from "./use-takes-over.ts";

/**
 * What waits for its code or words shows nothing meanwhile. Only where a page that the server has made is taken over, the
 * whole page waits instead, as it stands: a boundary that is not complete is made anew by whatever changes above
 * it, and what was typed into it is gone.
 */
export function WaitingPart({ children }: { readonly children: ReactNode }) {
  const [takesOver] = useState(useTakesOver());
  return takesOver ? children : <Suspense fallback={null}>{children}</Suspense>;
}
