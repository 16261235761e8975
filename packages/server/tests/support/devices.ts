import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import type { ActivityItem } from "../../src/audit/activity-schemas.ts";
import type { SessionAnswer } from "../../src/sessions/schemas.ts";
import type { TestBrowser } from "./browser.ts";
import { alice, registerAndVerify } from "./people.ts";
import { writePlaceDatabase } from "./place-database.ts";
import { startTestServer, type TestServer } from "./server.ts";

export const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
export const safari =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
/** A network of the server's places, and one that they do not know. */
export const cologne = "203.0.113.7";
export const elsewhere = "198.51.100.7";

/** A server that knows one place, and believes a test where it is. */
export async function startServerWithPlaces(): Promise<TestServer> {
  const directory = mkdtempSync(join(tmpdir(), "bookplate-places-"));
  const file = join(directory, "places.mmdb");
  writePlaceDatabase(file, {
    "203.0.113.0/24": { city: { names: { en: "Cologne", de: "Köln" } }, country: { iso_code: "DE" } },
  });
  const server = await startTestServer({ PLACE_DATABASE: file, TRUSTED_PROXIES: "127.0.0.1,::1" });
  const close = async () => {
    await server.close();
    rmSync(directory, { recursive: true, force: true });
  };
  return { ...server, close };
}

export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

let people = 0;
/** Somebody with an account of their own, who has signed in once: at registration. */
export async function newReader(server: TestServer, language = "en") {
  people += 1;
  const person = { ...alice, email: `alice-${people}@example.org`, language };
  const browser = server.browser();
  const session = await registerAndVerify(server, person, { browser });
  return { person, browser, session };
}

interface SignInOptions {
  readonly userAgent?: string;
  readonly address?: string;
  readonly browser?: TestBrowser;
  readonly delivery?: "cookie" | "body";
}

/** From Firefox in a network without a place, unless something else is said. */
export async function signInFrom(
  server: TestServer,
  { email, password }: { readonly email: string; readonly password: string },
  options: SignInOptions = {},
): Promise<SessionAnswer> {
  const { userAgent = firefox, address = elsewhere, browser = server.browser(), delivery = "body" } = options;
  const headers = { "user-agent": userAgent, "x-forwarded-for": address };
  const answer = await browser.post<SessionAnswer>("/auth/login", { email, password, delivery }, { headers });
  expect(answer.status).toBe(200);
  return answer.body;
}

/** The account's events, newest first. */
export async function listActivity(
  server: TestServer,
  session: SessionAnswer,
  query = "",
): Promise<ActivityItem[]> {
  const { body } = await server.browser().get<Page<ActivityItem>>(`/me/activity${query}`, session);
  return body.items;
}
