import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Secret } from "../../config/secret.ts";
import { AddressRefusedError, describeFailure } from "../errors.ts";
import type { OutgoingLetter } from "../outgoing-letter.ts";
import type { MailTransport } from "../transport.ts";
import { createSmtpTransport } from "./smtp.ts";

interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly user: string;
  readonly source: string;
}

let received: Received[];
let server: SMTPServer;
let transport: MailTransport;

beforeEach(async () => {
  received = [];
  server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      password === "s3cret" ? done(null, { user: username }) : done(new Error("No such user")),
    onRcptTo: ({ address }, _session, done) =>
      address === "bob@example.org"
        ? done(Object.assign(new Error(`5.1.1 <${address}> unknown`), { responseCode: 550 }))
        : done(),
    onData: (stream, { envelope, user }, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : "",
          to: envelope.rcptTo.map(({ address }) => address),
          user: String(user),
          source: Buffer.concat(chunks).toString("utf8"),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  transport = createSmtpTransport({ url: new Secret(smtpUrl("s3cret")) });
});

afterEach(async () => {
  await transport.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

function smtpUrl(password: string): string {
  return `smtp://book:${password}@127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}

function letter(changed: Partial<OutgoingLetter> = {}): OutgoingLetter {
  return {
    id: "01a1fdd5-e088-771e-8144-975c9ad58ebf",
    kind: "verify-registration",
    from: { name: "Physical AI, the book", address: "book@example.org", book: "Physical AI, the book" },
    to: "alice@example.org",
    subject: "Confirm your address — Physical AI",
    html: "<p>Hello</p>",
    text: "Hello",
    language: "en",
    links: [],
    code: null,
    ...changed,
  };
}

/** The header lines of a message, with folded lines joined. */
function headersOf(source: string): string[] {
  return (source.split("\r\n\r\n", 1)[0] ?? "").replace(/\r\n[ \t]+/g, " ").split("\r\n");
}

test("a letter goes to one recipient, with both parts and the headers of an automatic letter", async () => {
  await transport.send(letter());
  expect(received).toHaveLength(1);
  const { from, to, user, source } = received[0] ?? { from: "", to: [], user: "", source: "" };
  expect({ from, to, user }).toEqual({ from: "book@example.org", to: ["alice@example.org"], user: "book" });
  expect(headersOf(source)).toEqual(
    expect.arrayContaining([
      'From: "Physical AI, the book" <book@example.org>',
      "To: alice@example.org",
      "Message-ID: <01a1fdd5-e088-771e-8144-975c9ad58ebf@example.org>",
      "Auto-Submitted: auto-generated",
      "Content-Language: en",
      expect.stringMatching(/^Date: /),
      expect.stringMatching(/^Subject: =\?UTF-8\?/),
    ]),
  );
  expect(headersOf(source).filter((line) => /^Message-ID:/i.test(line))).toHaveLength(1);
  expect(source).toContain("Content-Type: text/plain; charset=utf-8");
  expect(source).toContain("Content-Type: text/html; charset=utf-8");
});

test("line breaks in a subject or a name start no header", async () => {
  await transport.send(
    letter({
      subject: "Hello\r\nBcc: carol@example.org",
      from: { name: "Book\r\nBcc: carol@example.org", address: "book@example.org", book: "Book" },
    }),
  );
  expect(received[0]?.to).toEqual(["alice@example.org"]);
  expect(headersOf(received[0]?.source ?? "").some((line) => /^bcc:/i.test(line))).toBe(false);
});

test.each([
  "alice@example.org\r\nBcc: carol@example.org",
  "alice@example.org\r\nRCPT TO:<carol@example.org>",
  "alice@example.org, carol@example.org",
  "Carol <carol@example.org>",
])("a recipient that is more than one address is refused before anything is sent: %j", async (to) => {
  await expect(transport.send(letter({ to }))).rejects.toThrow(AddressRefusedError);
  expect(received).toEqual([]);
});

test("a refused recipient and a refused sign-in are told by their codes", async () => {
  const unknown = await transport.send(letter({ to: "bob@example.org" })).catch((error: unknown) => error);
  expect(describeFailure(unknown)).toBe("EENVELOPE 550 5.1.1");
  const stranger = createSmtpTransport({ url: new Secret(smtpUrl("wrong")) });
  const refused = await stranger.send(letter()).catch((error: unknown) => error);
  expect(describeFailure(refused)).toMatch(/^EAUTH 535/);
  await stranger.close();
});
