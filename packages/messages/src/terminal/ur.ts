import { commands } from "./commands/ur.ts";
import { doctor } from "./doctor/ur.ts";
import { failures } from "./failures/ur.ts";
import { help } from "./help/ur.ts";
import type { Terminal } from "./index.ts";
import { keys } from "./keys/ur.ts";
import { mail } from "./mail/ur.ts";
import { quota } from "./quota/ur.ts";
import { screen } from "./screen/ur.ts";
import { settings } from "./settings/ur.ts";
import { users } from "./users/ur.ts";

export const ur = {
  language: "ur",
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
