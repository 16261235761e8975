import type { RequestOptions } from "./browser.ts";
import type { TestServer } from "./server.ts";

/** For a server that believes the test what its address is, and counts. */
export const countingServer = { LIMITS: "on", TRUSTED_PROXIES: "127.0.0.1/32,::1/128" };

export const from = (address: string): Pick<RequestOptions, "headers"> => ({
  headers: { "x-forwarded-for": address },
});

/** One of 65,536 addresses, each a network of its own. */
export const addressOf = (index: number) => `198.18.${index >> 8}.${index & 255}`;

/** Somebody who does not know the password, in a browser of their own. */
export const guess = (server: TestServer, email: string, address: string) =>
  server.browser().post("/auth/login", { email, password: "not the password at all" }, from(address));

/** Tries passwords from so many addresses, some at once. @returns how each was answered */
export async function guessFromEverywhere(
  server: TestServer,
  email: string,
  addresses: number,
): Promise<number[]> {
  const statuses: number[] = [];
  const atOnce = 25;
  for (let first = 0; first < addresses; first += atOnce) {
    const batch = Array.from({ length: Math.min(atOnce, addresses - first) }, (_, index) =>
      guess(server, email, addressOf(first + index)),
    );
    statuses.push(...(await Promise.all(batch)).map(({ status }) => status));
  }
  return statuses;
}
