import { admin } from "./admin/zh.ts";
import { audit } from "./audit/zh.ts";
import { commands } from "./commands/zh.ts";
import { doctor } from "./doctor/zh.ts";
import { failures } from "./failures/zh.ts";
import { help } from "./help/zh.ts";
import type { Terminal } from "./index.ts";
import { invite } from "./invite/zh.ts";
import { keys } from "./keys/zh.ts";
import { mail } from "./mail/zh.ts";
import { quota } from "./quota/zh.ts";
import { screen } from "./screen/zh.ts";
import { settings } from "./settings/zh.ts";
import { users } from "./users/zh.ts";

export const zh = {
  language: "zh",
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
