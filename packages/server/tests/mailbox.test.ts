import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { alice } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

interface Answer {
  readonly status: number | undefined;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** Asks with any `Host` header, which `fetch` does not let a caller choose. */
function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, server.url), { headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () =>
        resolve({
          status: incoming.statusCode,
          headers: incoming.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    outgoing.on("error", reject);
    outgoing.end();
  });
}

const withoutRequestId = ({ status, body }: Answer) => ({ status, ...JSON.parse(body), requestId: "" });

describe("the mailbox of a development server", () => {
  test("shows the letter of a registration with its link and code", async () => {
    await server.browser().post("/auth/register", alice);
    const letter = await server.letter(alice.email, "verify-registration");
    expect(letter).toMatchObject({
      to: alice.email,
      subject: expect.stringContaining("Confirm your address"),
      code: expect.stringMatching(/^\d{8}$/),
      links: [expect.stringMatching(/\/verify#token=/)],
      headers: { "Message-ID": expect.stringContaining(letter.id) },
    });
    expect(letter.text).toContain(letter.links[0]);
    expect(letter.text).toContain(letter.code);
  });

  test("shows a letter as readers of other languages get it", async () => {
    const letter = await server.letter(alice.email, "verify-registration");
    const inUrdu = JSON.parse((await ask(`/dev/mail/${letter.id}/ur`)).body) as typeof letter;
    expect(inUrdu.subject).not.toBe(letter.subject);
    expect(inUrdu.html).toContain('dir="rtl"');
    expect(inUrdu.text).toContain(letter.code);
    expect(inUrdu.text).toContain(letter.links[0]);
    expect(Object.keys(letter)).not.toContain("contents");
    for (const path of [`/dev/mail/${letter.id}/tlh`, "/dev/mail/no-letter/ur"]) {
      expect((await ask(path)).status).toBe(404);
    }
  });

  test("answers a list that did not change without repeating it", async () => {
    const first = await ask("/dev/mail.json");
    expect(first).toMatchObject({ status: 200, headers: { "cache-control": "no-store" } });
    const again = await ask("/dev/mail.json", { "if-none-match": String(first.headers.etag) });
    expect(again).toMatchObject({ status: 304, body: "" });
  });

  test("is one page that runs its own script only, and loads nothing from elsewhere", async () => {
    const { status, headers, body } = await ask("/dev/mail");
    expect(status).toBe(200);
    expect(headers["content-security-policy"]).toMatch(
      /^default-src 'none'; script-src 'sha256-[\w+/]{43}='; /,
    );
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(body).not.toMatch(/\b(?:src|href)="(?:https?:)?\/\//);
    expect(body).not.toContain(alice.email);
  });

  test.each(["127.0.0.1", "[::1]:7860", "localhost"])(
    "answers to its machine's own name %s",
    async (host) => {
      expect((await ask("/dev/mail.json", { host })).status).toBe(200);
    },
  );

  test.each([
    { host: "book.example.org" },
    { host: "localhost.evil.example" },
    { forwarded: "for=127.0.0.1" },
    { via: "1.1 tunnel" },
    { "x-real-ip": "127.0.0.1" },
    { "x-forwarded-for": "127.0.0.1" },
    { "x-forwarded-proto": "https" },
  ] as Record<string, string>[])("is not there for a request with %j", async (headers) => {
    const letter = await server.letter(alice.email, "verify-registration");
    const nowhere = withoutRequestId(await ask("/api/v1/nowhere"));
    for (const path of ["/dev/mail", "/dev/mail.json", `/dev/mail/${letter.id}/en`]) {
      const refused = await ask(path, headers);
      expect(withoutRequestId(refused)).toEqual(nowhere);
      expect(refused.body).not.toContain(alice.email);
    }
  });
});
