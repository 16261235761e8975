import { z } from "@hono/zod-openapi";
import { exampleLinkedProvider, linkedProviderSchema } from "../providers/schemas.ts";

export const signInMethodsSchema = z
  .object({
    password: z.boolean(),
    secondFactor: z.object({
      totp: z.boolean(),
      required: z.boolean().openapi({ description: "Whether the account's role needs one." }),
      recoveryCodesLeft: z.int(),
    }),
    passkeys: z.int(),
    providers: z.array(linkedProviderSchema),
    stepUp: z.array(z.enum(["password", "totp", "recovery-code", "passkey", "mail-code"])).openapi({
      description:
        "What counts when an act is refused with `step-up-required`, the easiest first. Empty for a guest.",
    }),
  })
  .openapi("SignInMethods");

export type SignInMethods = z.infer<typeof signInMethodsSchema>;

export const exampleSignInMethods: SignInMethods = {
  password: true,
  secondFactor: { totp: true, required: false, recoveryCodesLeft: 10 },
  passkeys: 1,
  providers: [exampleLinkedProvider],
  stepUp: ["passkey", "totp", "recovery-code"],
};
