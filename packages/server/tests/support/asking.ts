import type { TestClock } from "./clock.ts";
import type { TestServer } from "./server.ts";

const hourMs = 3600_000;
const dayMs = 24 * hourMs;

/** Moves the clock to a noon (UTC), so that no quota begins anew while a test runs. */
export function waitForNoon(clock: TestClock): void {
  const sinceMidnight = clock.now().getTime() % dayMs;
  clock.advance(dayMs - sinceMidnight + 12 * hourMs);
}

/** An address, as the proxy that the tests trust tells it. */
export const from = (address: string) => ({ headers: { "x-forwarded-for": address } });

/** Settings under which {@link from} is believed. */
export const behindProxy = { TRUSTED_PROXIES: "127.0.0.1/32,::1/128" };

export interface Refusal {
  readonly code?: string;
  readonly quota?: string;
  readonly scope?: string;
  readonly limit?: number;
  readonly remaining?: number;
  readonly resetAt?: string;
}

/** Asks in a conversation of its own, and reads the answer to its end. */
export async function ask(
  server: Pick<TestServer, "browser">,
  accessToken: string,
  { address = "203.0.113.7" }: { address?: string | undefined } = {},
) {
  const browser = server.browser();
  const options = { accessToken, ...from(address) };
  const begun = await browser.post<{ id: string }>("/conversations", {}, options);
  const question = { content: "Which cookies are set?" };
  const asked = await browser.post<Refusal>(`/conversations/${begun.body.id}/messages`, question, options);
  return { ...asked, conversationId: begun.body.id };
}

export interface Usage {
  readonly quota: string;
  readonly used: number;
  readonly limit: number;
  readonly resetAt: string;
}

export async function readUsage(
  server: Pick<TestServer, "browser">,
  accessToken: string,
  address = "203.0.113.7",
): Promise<readonly Usage[]> {
  const options = { accessToken, ...from(address) };
  const { body } = await server.browser().get<{ items: Usage[] }>("/me/usage", options);
  return body.items;
}
