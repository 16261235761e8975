/** What one check of `doctor` found. A warning and a failure say why it matters and what to write. */
export type Finding =
  | { readonly group: string; readonly status: "ok"; readonly found: string }
  | {
      readonly group: string;
      readonly status: "warn" | "fail";
      readonly found: string;
      readonly why: string;
      readonly write: string;
    };

export function ok(group: string, found: string): Finding {
  return { group, status: "ok", found };
}

export function warn(group: string, found: string, why: string, write: string): Finding {
  return { group, status: "warn", found, why, write };
}

export function fail(group: string, found: string, why: string, write: string): Finding {
  return { group, status: "fail", found, why, write };
}
