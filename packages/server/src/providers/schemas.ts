import { z } from "@hono/zod-openapi";
import { deliverySchema, plainText, timestamp, uuid } from "../http/schemas.ts";
import { invitationTokenSchema } from "../invitations/schemas.ts";
import { languageTag } from "../preferences/schemas.ts";

const providerId = z
  .string()
  .regex(/^[a-z]{1,40}$/)
  .openapi({ description: "As `GET /auth/methods` names it.", example: "google" });

export const providerParameter = z.object({
  provider: providerId.openapi({
    param: { name: "provider", in: "path", description: "As `GET /auth/methods` names it." },
  }),
});

/** The same place in the address holds the id of a link, where one is removed. */
export const providerToLinkParameter = z.object({
  id: providerId.openapi({
    param: { name: "id", in: "path", description: "A provider, as `GET /auth/methods` names it." },
  }),
});

const returnTo = plainText({ min: 1, max: 2_000 }).openapi({
  description:
    "The page that the browser comes back to: of the book or of an allowed origin, as an address or a path of the book's origin.",
  example: "/login",
});

export const beginSignInSchema = z
  .strictObject({
    returnTo: returnTo.optional(),
    language: languageTag.optional(),
    invitation: invitationTokenSchema.optional(),
    delivery: deliverySchema.default("cookie"),
  })
  .openapi("ProviderSignIn");

export const beginLinkSchema = z.strictObject({ returnTo: returnTo.optional() }).openapi("ProviderLinking");

export const beginningSchema = z
  .object({
    url: z.url().openapi({ description: "Where the browser goes: it works once, for ten minutes." }),
    proof: z
      .string()
      .optional()
      .openapi({ description: "Only with `delivery: body`; a browser has a cookie for it." }),
  })
  .openapi("ProviderSignInBegun");

const flowCode = plainText({ min: 1, max: 200 }).openapi({
  description: "From the fragment of the page that the browser came back to.",
});

export const completeSignInSchema = z
  .strictObject({
    code: flowCode,
    proof: plainText({ min: 1, max: 200 }).optional().openapi({
      description: "What the beginning answered, where it was begun with `delivery: body`.",
    }),
  })
  .openapi("ProviderSignInCode");

export const completeLinkSchema = z.strictObject({ code: flowCode }).openapi("ProviderLinkingCode");

export const linkedProviderSchema = z
  .object({
    id: uuid,
    provider: z.string().openapi({ description: "As `GET /auth/methods` names it." }),
    name: z.string().openapi({ description: "As readers see it." }),
    linkedAt: timestamp,
  })
  .openapi("LinkedProvider");

export type LinkedProvider = z.infer<typeof linkedProviderSchema>;

export const methodsSchema = z
  .object({
    providers: z.array(z.object({ id: z.string(), name: z.string() })),
    magicLink: z.boolean(),
    passkeys: z.boolean(),
    signUp: z.enum(["open", "invitation", "domains", "closed"]).openapi({
      description:
        "Who may make an account; `domains`: addresses of `signUpDomains`, and whoever is invited.",
    }),
    signUpDomains: z.array(z.string()).optional().openapi({ description: "Only with `domains`." }),
  })
  .openapi("SignInWays");

export const exampleLinkedProvider: LinkedProvider = {
  id: "01937b1c-a4d6-7f20-8c5d-62a1e3f5b799",
  provider: "google",
  name: "Google",
  linkedAt: "2026-11-21T09:30:00.000Z",
};

export const exampleFlowCode = "vH2mX7qKs9Tb4Lc1Rd8Nf5Jg3Wp6Yz0E";
