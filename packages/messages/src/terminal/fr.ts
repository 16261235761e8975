import { commands } from "./commands/fr.ts";
import { doctor } from "./doctor/fr.ts";
import { failures } from "./failures/fr.ts";
import { help } from "./help/fr.ts";
import type { Terminal } from "./index.ts";
import { keys } from "./keys/fr.ts";
import { mail } from "./mail/fr.ts";
import { quota } from "./quota/fr.ts";
import { screen } from "./screen/fr.ts";
import { settings } from "./settings/fr.ts";
import { users } from "./users/fr.ts";

export const fr = {
  language: "fr",
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
