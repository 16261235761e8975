import { admin } from "./admin/ur.ts";
import { audit } from "./audit/ur.ts";
import { commands } from "./commands/ur.ts";
import { doctor } from "./doctor/ur.ts";
import { failures } from "./failures/ur.ts";
import { help } from "./help/ur.ts";
import type { Terminal } from "./index.ts";
import { invite } from "./invite/ur.ts";
import { keys } from "./keys/ur.ts";
import { mail } from "./mail/ur.ts";
import { quota } from "./quota/ur.ts";
import { screen } from "./screen/ur.ts";
import { settings } from "./settings/ur.ts";
import { users } from "./users/ur.ts";

export const ur = {
  language: "ur",
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
