import type { SessionAnswer } from "../../src/sessions/schemas.ts";
import type { TestBrowser } from "./browser.ts";
import type { TestServer } from "./server.ts";

export const alice = { email: "alice@example.org", name: "Alice", password: "lantern orchard velvet nine" };
export const bob = { email: "bob@example.org", name: "Bob", password: "copper meadow whistle four" };

/** Somebody like alice, with an address of their own. */
export const person = (name: string) => ({ ...alice, name, email: `${name.toLowerCase()}@example.org` });

/** Reads a letter's link the way the verify page does. */
export function tokenOf(letter: { links: readonly string[] }): string {
  const link = letter.links.find((url) => url.includes("#token="));
  if (!link) throw new Error("The letter has no link with a token.");
  return new URLSearchParams(new URL(link).hash.slice(1)).get("token") ?? "";
}

/** Registers, reads the letter, and verifies in the same browser. */
export async function registerAndVerify(
  server: TestServer,
  person: typeof alice & { readonly language?: string },
  options: { browser?: TestBrowser; delivery?: "cookie" | "body"; accessToken?: string } = {},
): Promise<SessionAnswer> {
  const browser = options.browser ?? server.browser();
  const { accessToken } = options;
  await browser.post("/auth/register", person, { accessToken });
  const letter = await server.letter(person.email, "verify-registration");
  const { body } = await browser.post<{ session: SessionAnswer }>("/auth/verify-email", {
    token: tokenOf(letter),
    delivery: options.delivery ?? "cookie",
  });
  return body.session;
}
