import type { Terminal } from "@bookplate/messages/terminal";
import type { AdminOperations } from "../../administrators/desk.ts";
import { type Finding, ok, warn } from "./check.ts";

/** Whether somebody administers, and with more than a password. */
export async function checkAdministrators(
  { countAdministrators }: Pick<AdminOperations, "countAdministrators">,
  { doctor }: Terminal,
): Promise<Finding> {
  const { administrators, withoutSecondFactor } = await countAdministrators();
  if (administrators === 0)
    return warn("policy", doctor.noAdministrator, doctor.noAdministratorWhy, "npx bookplate admin link");
  if (withoutSecondFactor > 0) {
    return warn(
      "policy",
      doctor.withoutSecondFactor({ count: withoutSecondFactor }),
      doctor.withoutSecondFactorWhy,
      "SECOND_FACTOR_REQUIRED=moderator,admin",
    );
  }
  return ok("policy", doctor.administrators({ count: administrators }));
}
