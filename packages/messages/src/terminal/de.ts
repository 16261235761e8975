import { admin } from "./admin/de.ts";
import { audit } from "./audit/de.ts";
import { commands } from "./commands/de.ts";
import { doctor } from "./doctor/de.ts";
import { failures } from "./failures/de.ts";
import { help } from "./help/de.ts";
import type { Terminal } from "./index.ts";
import { invite } from "./invite/de.ts";
import { keys } from "./keys/de.ts";
import { mail } from "./mail/de.ts";
import { quota } from "./quota/de.ts";
import { screen } from "./screen/de.ts";
import { settings } from "./settings/de.ts";
import { users } from "./users/de.ts";

export const de = {
  language: "de",
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
