import AccountNavbarItem from "@theme/AccountNavbarItem";
import type { ComponentType } from "react";

/** The navbar's item types with the account item added; for a site that registers item types of its own. */
export function withAccounts<Types extends object>(types: Types): Types & AccountItemTypes {
  return { ...types, "custom-account": AccountNavbarItem };
}

interface AccountItemTypes {
  readonly "custom-account": ComponentType<{ readonly mobile?: boolean }>;
}
