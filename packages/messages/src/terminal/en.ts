import { admin } from "./admin/en.ts";
import { audit } from "./audit/en.ts";
import { commands } from "./commands/en.ts";
import { doctor } from "./doctor/en.ts";
import { failures } from "./failures/en.ts";
import { help } from "./help/en.ts";
import { invite } from "./invite/en.ts";
import { keys } from "./keys/en.ts";
import { mail } from "./mail/en.ts";
import { quota } from "./quota/en.ts";
import { screen } from "./screen/en.ts";
import { settings } from "./settings/en.ts";
import { users } from "./users/en.ts";

/** English is the shape of this area: another language has the same keys or does not compile. */
export const en = {
  language: "en",
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
};
