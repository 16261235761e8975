// From the server's answer to the sentence on the form, with nothing in between played.
import { createClient } from "@bookplate/client";
import { loadProblems } from "@bookplate/messages/problems";
import { expect, test } from "vitest";
import { renderPage } from "../tests/static-page.tsx";
import { FormBox } from "./FormBox.tsx";
import { toFailure } from "./failure.ts";

const minute = 60_000;
const inTenMinutes = () => new Date(Math.ceil(Date.now() / minute) * minute + 10 * minute);
const clock = (moment: Date, language: string) =>
  new Intl.DateTimeFormat(language, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: new Intl.DateTimeFormat(undefined, { hour: "numeric" }).resolvedOptions().hourCycle,
  }).format(moment);

/** What a sign-in meets at a limit. */
async function refusedSignIn(headers: Record<string, string>, facts: object): Promise<unknown> {
  const body = { type: "", title: "", status: 429, code: "too-many-requests", detail: "", requestId: "" };
  const answer = new Response(JSON.stringify({ ...body, ...facts }), {
    status: 429,
    headers: { "content-type": "application/problem+json", ...headers },
  });
  const client = createClient({ baseUrl: "https://book.example.org", fetch: async () => answer });
  return client.auth
    .login({ email: "alice@example.org", password: "wrong" })
    .catch((error: unknown) => error);
}

async function shownFor(error: unknown, language = "en"): Promise<string> {
  const problems = await loadProblems(language);
  const failure = toFailure(error, {
    problems,
    language,
    fields: ["email", "password"],
    passwordMinimum: 12,
  });
  return renderPage(<FormBox failure={failure} />);
}

test.each(["en", "ur", "ar", "de", "es", "fr", "zh"])(
  "a limit that names its end is read as a time of the reader's own clock, in %s",
  async (language) => {
    const resetAt = inTenMinutes();
    const facts = { limit: 10, remaining: 0, resetAt: resetAt.toISOString() };
    const html = await shownFor(await refusedSignIn({ "retry-after": "600" }, facts), language);
    expect(html).toContain('role="alert"');
    expect(html).toContain(clock(resetAt, language));
  },
);

test("a limit that says so in its header alone is read the same", async () => {
  const html = await shownFor(await refusedSignIn({ "retry-after": "3600" }, {}));
  expect(html).toMatch(/Too many tries\. Try again at \d+:\d\d/);
});

test("a limit that ends within the minute names no time that would be over before it is read", async () => {
  const resetAt = new Date(Date.now() + 20_000).toISOString();
  const html = await shownFor(await refusedSignIn({}, { limit: 10, remaining: 0, resetAt }));
  expect(html).toContain("Too many tries. Try again in a moment.");
});
