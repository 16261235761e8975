import { admin } from "./admin/es.ts";
import { audit } from "./audit/es.ts";
import { commands } from "./commands/es.ts";
import { doctor } from "./doctor/es.ts";
import { failures } from "./failures/es.ts";
import { help } from "./help/es.ts";
import type { Terminal } from "./index.ts";
import { invite } from "./invite/es.ts";
import { keys } from "./keys/es.ts";
import { mail } from "./mail/es.ts";
import { quota } from "./quota/es.ts";
import { screen } from "./screen/es.ts";
import { settings } from "./settings/es.ts";
import { users } from "./users/es.ts";

export const es = {
  language: "es",
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
