import { commands } from "./commands/zh.ts";
import { doctor } from "./doctor/zh.ts";
import { failures } from "./failures/zh.ts";
import { help } from "./help/zh.ts";
import type { Terminal } from "./index.ts";
import { keys } from "./keys/zh.ts";
import { mail } from "./mail/zh.ts";
import { quota } from "./quota/zh.ts";
import { screen } from "./screen/zh.ts";
import { settings } from "./settings/zh.ts";
import { users } from "./users/zh.ts";

export const zh = {
  language: "zh",
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
