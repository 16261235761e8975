import type { Terminal } from "@bookplate/messages/terminal";

type Group = keyof Terminal["doctor"]["groups"];

/** What one check of `doctor` found. A warning and a failure say why it matters and what to write. */
export type Finding =
  | { readonly group: Group; readonly status: "ok"; readonly found: string }
  | {
      readonly group: Group;
      readonly status: "warn" | "fail";
      readonly found: string;
      readonly why: string;
      /** Lines, any of which mends it. */
      readonly write: readonly string[];
    };

export function ok(group: Group, found: string): Finding {
  return { group, status: "ok", found };
}

export function warn(group: Group, found: string, why: string, ...write: string[]): Finding {
  return { group, status: "warn", found, why, write };
}

export function fail(group: Group, found: string, why: string, ...write: string[]): Finding {
  return { group, status: "fail", found, why, write };
}
