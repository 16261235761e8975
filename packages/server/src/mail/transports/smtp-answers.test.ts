import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  type MailRefusal,
  type MailServer,
  mailUser,
  makeCertificate,
  removeCertificate,
  startMailServer,
} from "../../../tests/support/mail-server.ts";
import { Secret } from "../../config/secret.ts";
import { DeliveryError } from "../errors.ts";
import type { OutgoingLetter } from "../outgoing-letter.ts";
import { createSmtpTransport, smtpOptions } from "./smtp.ts";

const letter: OutgoingLetter = {
  id: "01a1fdd5-e088-771e-8144-975c9ad58ebf",
  kind: "mail-test",
  letter: { kind: "mail-test", to: "alice@example.org", language: "en", at: new Date(0) },
  from: { name: "Book", address: "book@example.org", book: "Book" },
  to: "alice@example.org",
  subject: "Hello",
  html: "<p>Hello</p>",
  text: "Hello",
  language: "en",
  links: [],
  code: null,
  attempt: 1,
  unsubscribeUrl: null,
};

/** Hands the letter over at this address and says how it went. */
async function send(url: string): Promise<DeliveryError | undefined> {
  const transport = createSmtpTransport({ url: new Secret(url) });
  try {
    await transport.send(letter);
    return undefined;
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    return error;
  } finally {
    await transport.close();
  }
}

describe("what a mail server says", () => {
  let server: MailServer;
  beforeAll(async () => {
    server = await startMailServer();
  });
  afterAll(() => server.close());
  afterEach(() => {
    server.refuse = undefined;
  });

  test.each<[string, MailRefusal, object]>([
    [
      "nobody of that name",
      { at: "rcpt", code: 550, text: "5.1.1 unknown" },
      { blame: "recipient", lasting: true, nobodyThere: true },
    ],
    [
      "a mailbox that is closed",
      { at: "rcpt", code: 550, text: "5.2.1 disabled" },
      { blame: "recipient", lasting: true, nobodyThere: true },
    ],
    [
      "a refusal without a reason",
      { at: "rcpt", code: 550, text: "no" },
      { blame: "recipient", lasting: true, nobodyThere: false },
    ],
    [
      "a mailbox that is full",
      { at: "rcpt", code: 452, text: "4.2.2 full" },
      { blame: "recipient", lasting: false, nobodyThere: false },
    ],
    [
      "come back later (greylisting)",
      { at: "rcpt", code: 450, text: "4.2.0 greylisted" },
      { blame: "recipient", lasting: false, nobodyThere: false },
    ],
    [
      "we do not relay for you",
      { at: "rcpt", code: 554, text: "5.7.1 relaying denied" },
      { blame: "letter", lasting: false, nobodyThere: false },
    ],
    [
      "a server that closes",
      { at: "rcpt", code: 421, text: "4.3.2 shutting down" },
      { blame: "way", lasting: false },
    ],
    [
      "a sender that it does not know",
      { at: "mail", code: 550, text: "5.1.8 sender refused" },
      { blame: "way", lasting: false, mend: "sender" },
    ],
    [
      "a letter that it takes for spam",
      { at: "data", code: 554, text: "5.7.1 spam" },
      { blame: "letter", lasting: true, nobodyThere: false },
    ],
    [
      "a server that is overloaded",
      { at: "data", code: 451, text: "4.3.0 later" },
      { blame: "way", lasting: false, uncertain: false },
    ],
  ])("%s is understood", async (_what, refusal, meaning) => {
    server.refuse = () => refusal;
    const error = await send(`smtp://127.0.0.1:${server.port}`);
    expect(error).toMatchObject(meaning);
    expect(error?.failure).toContain(String(refusal.code));
    expect(error?.answer).toContain(refusal.text);
    expect(server.received).toEqual([]);
  });
});

describe("encrypted connections", () => {
  const certificate = makeCertificate();
  let wrapped: MailServer;
  let upgrading: MailServer;
  let plain: MailServer;
  beforeAll(async () => {
    const { key, cert } = certificate;
    wrapped = await startMailServer({ secure: true, key, cert, authOptional: false });
    upgrading = await startMailServer({ key, cert, disabledCommands: [], allowInsecureAuth: false });
    plain = await startMailServer();
  });
  afterAll(async () => {
    for (const server of [wrapped, upgrading, plain]) await server.close();
    removeCertificate(certificate);
  });

  const { user, password } = mailUser;
  const trusting = "tls.rejectUnauthorized=false";

  test("a server that nobody vouches for gets neither letter nor password", async () => {
    for (const [scheme, server] of [
      ["smtps", wrapped],
      ["smtp", upgrading],
    ] as const) {
      const error = await send(`${scheme}://${user}:${password}@127.0.0.1:${server.port}`);
      expect(error).toMatchObject({ blame: "way", uncertain: false, mend: "encryption" });
      expect(server.received).toEqual([]);
    }
  });

  test("smtps:// is encrypted from the start, smtp:// where the server offers it", async () => {
    for (const [scheme, server] of [
      ["smtps", wrapped],
      ["smtp", upgrading],
    ] as const) {
      const url = `${scheme}://${user}:${password}@127.0.0.1:${server.port}/?${trusting}`;
      expect(await send(url)).toBeUndefined();
      expect(server.received).toMatchObject([{ encrypted: true, user, to: ["alice@example.org"] }]);
    }
  });

  test("a password goes to another machine encrypted or not at all", async () => {
    expect(smtpOptions("smtp://book:s3cret@mail.example.org")).toMatchObject({ requireTLS: true });
    expect(smtpOptions("smtp://mail.example.org")).not.toHaveProperty("requireTLS");
    expect(smtpOptions("smtp://book:s3cret@localhost:1025")).not.toHaveProperty("requireTLS");
    const error = await send(`smtp://${user}:${password}@127.0.0.1:${plain.port}/?requireTLS=true`);
    expect(error).toMatchObject({ blame: "way", uncertain: false });
    expect(plain.received).toEqual([]);
  });

  test("a wrong password is told from a server that is away", async () => {
    const error = await send(`smtps://${user}:wrong@127.0.0.1:${wrapped.port}/?${trusting}`);
    expect(error).toMatchObject({ failure: "EAUTH 535 5.7.8", mend: "credentials", uncertain: false });
  });
});
