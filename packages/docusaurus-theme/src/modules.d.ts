/* Aliases that Docusaurus' bundler resolves and that no package declares for us. */
declare module "@theme/AccountNavbarItem" {
  import type { ComponentType } from "react";

  const AccountNavbarItem: ComponentType<{ readonly mobile?: boolean }>;
  export default AccountNavbarItem;
}

declare module "*.css";
