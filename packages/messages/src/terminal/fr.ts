import { admin } from "./admin/fr.ts";
import { audit } from "./audit/fr.ts";
import { commands } from "./commands/fr.ts";
import { doctor } from "./doctor/fr.ts";
import { failures } from "./failures/fr.ts";
import { help } from "./help/fr.ts";
import type { Terminal } from "./index.ts";
import { invite } from "./invite/fr.ts";
import { keys } from "./keys/fr.ts";
import { mail } from "./mail/fr.ts";
import { quota } from "./quota/fr.ts";
import { screen } from "./screen/fr.ts";
import { settings } from "./settings/fr.ts";
import { users } from "./users/fr.ts";

export const fr = {
  language: "fr",
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
