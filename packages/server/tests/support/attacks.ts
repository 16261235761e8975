import { connect } from "node:net";
import { text } from "node:stream/consumers";
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

/**
 * Asks for guests as fast as a connection takes it: one request behind the other, without waiting for an answer.
 *
 * @returns how often each status was answered
 */
export async function floodWithGuests(
  server: TestServer,
  address: string,
  requests: number,
): Promise<Record<string, number>> {
  const { port, host, hostname, origin } = new URL(server.url);
  const about = [`host: ${host}`, `origin: ${origin}`, `x-forwarded-for: ${address}`, "content-length: 0"];
  const request = (...more: string[]) =>
    ["POST /api/v1/auth/guest HTTP/1.1", ...about, ...more, "", ""].join("\r\n");
  const socket = connect(Number(port), hostname);
  socket.write(request().repeat(requests - 1) + request("connection: close"));
  const answered: Record<string, number> = {};
  for (const [, status = ""] of (await text(socket)).matchAll(/HTTP\/1\.1 (\d{3}) /g))
    answered[status] = (answered[status] ?? 0) + 1;
  return answered;
}
