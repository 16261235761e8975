import { builtInRoles, type Permission, permissions } from "../roles/permissions.ts";
import { type ConfiguredRole, isRoleName } from "../roles/roles.ts";
import type { SettingsReader } from "./reader.ts";

const example = "ROLES=editor:moderator+mail.read,teacher:user+reports.read";
const likes = ["user", "moderator"] as const;
const taken: readonly string[] = ["guest", ...builtInRoles];

/** `name:user+permission+permission` or `name:moderator+…`, with commas between them. */
export function rolesConfig(reader: SettingsReader): readonly ConfiguredRole[] {
  const roles = new Map<string, ConfiguredRole>();
  for (const value of reader.list("ROLES")) {
    const [, name = "", base, further] = /^([^:]*):([^+]*)((?:\+[^+]+)*)$/.exec(value) ?? [];
    const like = likes.find((known) => known === base);
    if (!isRoleName(name) || taken.includes(name) || roles.has(name)) {
      reader.refuse("ROLES", (say) => say.noRoleName({ value }), example);
    } else if (like === undefined) {
      reader.refuse("ROLES", (say) => say.noRoleLike({ value }), `ROLES=${name}:user+reports.read`);
    } else {
      const named = (further ?? "").split("+").slice(1);
      roles.set(name, { name, like, permissions: named.flatMap((word) => readPermission(reader, word)) });
    }
  }
  return [...roles.values()];
}

function readPermission(reader: SettingsReader, value: string): readonly Permission[] {
  const permission = permissions.find((known) => known === value);
  if (permission !== undefined) return [permission];
  reader.refuse("ROLES", (say) => say.notKnown({ value, choices: permissions.join(", ") }), example);
  return [];
}
