import { commands } from "./commands/de.ts";
import { doctor } from "./doctor/de.ts";
import { failures } from "./failures/de.ts";
import { help } from "./help/de.ts";
import type { Terminal } from "./index.ts";
import { keys } from "./keys/de.ts";
import { mail } from "./mail/de.ts";
import { quota } from "./quota/de.ts";
import { screen } from "./screen/de.ts";
import { settings } from "./settings/de.ts";
import { users } from "./users/de.ts";

export const de = {
  language: "de",
  screen,
  commands,
  doctor,
  failures,
  help,
  keys,
  mail,
  quota,
  settings,
  users,
} satisfies Terminal;
