import { Accounts } from "@bookplate/docusaurus-theme/client";
import InitialRoot from "@theme-init/Root";
import type { ReactNode } from "react";

/** The first Root in the line with accounts inside, so that it surrounds every page and survives navigation. */
export default function Root({ children }: { readonly children: ReactNode }) {
  return (
    <InitialRoot>
      <Accounts>{children}</Accounts>
    </InitialRoot>
  );
}
