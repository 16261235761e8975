import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Secret } from "../../config/secret.ts";
import { DeliveryError } from "../errors.ts";
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
let connections: number;
let server: SMTPServer;
let transport: MailTransport;

beforeEach(async () => {
  received = [];
  connections = 0;
  server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
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
    kind: "already-registered",
    letter: {
      kind: "already-registered",
      to: "alice@example.org",
      language: "en",
      loginUrl: "https://book.example.org/login",
    },
    from: { name: "Physical AI, the book", address: "book@example.org", book: "Physical AI, the book" },
    to: "alice@example.org",
    subject: "Confirm your address — Physical AI",
    html: "<p>Hello</p>",
    text: "Hello",
    language: "en",
    links: [],
    code: null,
    attempt: 1,
    unsubscribeUrl: null,
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
  expect(await failureOf(letter({ to }))).toMatchObject({
    failure: "EADDRESS",
    blame: "recipient",
    lasting: true,
    nobodyThere: false,
  });
  expect(received).toEqual([]);
});

async function failureOf(outgoing: OutgoingLetter, by = transport): Promise<DeliveryError> {
  const error = await by.send(outgoing).catch((thrown: unknown) => thrown);
  if (!(error instanceof DeliveryError)) throw new Error("The letter was taken.");
  return error;
}

test("a recipient that does not exist is told from a sign-in that is refused", async () => {
  expect(await failureOf(letter({ to: "bob@example.org" }))).toMatchObject({
    failure: "EENVELOPE 550 5.1.1",
    blame: "recipient",
    lasting: true,
    nobodyThere: true,
  });
  const stranger = createSmtpTransport({ url: new Secret(smtpUrl("wrong")) });
  const refused = await failureOf(letter(), stranger);
  expect(refused.failure).toMatch(/^EAUTH 535/);
  expect(refused).toMatchObject({ blame: "way", lasting: false, uncertain: false, mend: "credentials" });
  await stranger.close();
});

test("a mail server that nobody runs is a way that is closed, and surely took nothing", async () => {
  const nowhere = createSmtpTransport({ url: new Secret("smtp://127.0.0.1:1") });
  expect(await failureOf(letter(), nowhere)).toMatchObject({
    blame: "way",
    lasting: false,
    uncertain: false,
    mend: "address",
  });
  await nowhere.close();
});

test("letters go out side by side over connections that stay open", async () => {
  const to = Array.from({ length: 30 }, (_, index) => `reader-${index}@example.org`);
  await Promise.all(to.map((address) => transport.send(letter({ to: address }))));
  expect(received.flatMap((one) => one.to).toSorted()).toEqual(to.toSorted());
  expect(connections).toBeLessThanOrEqual(5);
});
