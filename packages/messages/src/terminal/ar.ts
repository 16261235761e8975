import { admin } from "./admin/ar.ts";
import { audit } from "./audit/ar.ts";
import { commands } from "./commands/ar.ts";
import { doctor } from "./doctor/ar.ts";
import { failures } from "./failures/ar.ts";
import { help } from "./help/ar.ts";
import type { Terminal } from "./index.ts";
import { invite } from "./invite/ar.ts";
import { keys } from "./keys/ar.ts";
import { mail } from "./mail/ar.ts";
import { quota } from "./quota/ar.ts";
import { screen } from "./screen/ar.ts";
import { settings } from "./settings/ar.ts";
import { users } from "./users/ar.ts";

export const ar = {
  language: "ar",
  screen,
  admin,
  audit,
  commands,
  doctor,
  failures,
  help,
  invite,
  keys,
  mail,
  quota,
  settings,
  users,
} satisfies Terminal;
