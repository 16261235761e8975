import { afterEach, beforeEach, expect, test } from "vitest";
import { findFreePort } from "../../../../../scripts/free-port.ts";
import { type ResendStandIn, refusals, startResendStandIn } from "../../../tests/support/resend-stand-in.ts";
import { Secret } from "../../config/secret.ts";
import { DeliveryError } from "../errors.ts";
import type { OutgoingLetter } from "../outgoing-letter.ts";
import type { MailTransport } from "../transport.ts";
import { createResendTransport } from "./resend.ts";

const apiKey = "re_123456789";

let resend: ResendStandIn;
let transport: MailTransport;
beforeEach(async () => {
  resend = await startResendStandIn(apiKey);
  transport = createResendTransport({ apiKey: new Secret(apiKey), baseUrl: resend.url });
});
afterEach(() => resend.close());

const letter: OutgoingLetter = {
  id: "01a1fdd5-e088-771e-8144-975c9ad58ebf",
  kind: "announcement",
  letter: {
    kind: "announcement",
    to: "alice@example.org",
    language: "en",
    subject: "News",
    text: "A new chapter",
    unsubscribeUrl: "https://book.example.org/api/v1/mail/unsubscribe?token=t",
  },
  from: { name: 'Physical "AI", the book', address: "book@example.org", book: "Physical AI" },
  to: "alice@example.org",
  subject: "News",
  html: "<p>A new chapter</p>",
  text: "A new chapter",
  language: "en",
  links: [],
  code: null,
  attempt: 1,
  unsubscribeUrl: "https://book.example.org/api/v1/mail/unsubscribe?token=t",
};

async function failure(by = transport): Promise<DeliveryError> {
  const error = await by.send(letter).catch((thrown: unknown) => thrown);
  if (!(error instanceof DeliveryError)) throw new Error("The letter was taken.");
  return error;
}

test("a letter goes with its headers, its tags and a key under which it is taken once", async () => {
  expect(await transport.send(letter)).toEqual({ sentBy: "resend", providerId: `re_${letter.id}` });
  await transport.send(letter);
  expect(resend.taken.size).toBe(1);
  expect(resend.requests[0]).toMatchObject({
    headers: { "idempotency-key": letter.id, "content-type": "application/json" },
    body: {
      from: '"Physical \\"AI\\", the book" <book@example.org>',
      to: ["alice@example.org"],
      subject: "News",
      html: letter.html,
      text: letter.text,
      headers: {
        "Message-ID": `<${letter.id}@example.org>`,
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": `<${letter.unsubscribeUrl}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      },
      tags: [
        { name: "bookplate_letter", value: letter.id },
        { name: "kind", value: "announcement" },
      ],
    },
  });
});

test.each([
  ["too many at once", refusals.rateLimit, { blame: "way", retryAfterMs: 1000 }],
  ["the day's quota", refusals.quota, { blame: "way", mend: "quota", retryAfterMs: undefined }],
  ["a domain that is not verified", refusals.unverifiedDomain, { blame: "way", mend: "sender" }],
  ["a sender for tests", refusals.testSender, { blame: "way", mend: "sender" }],
  ["a key that does not count", refusals.invalidKey, { blame: "way", mend: "credentials" }],
  ["an address that is none", refusals.invalidTo, { blame: "recipient", lasting: true }],
  [
    "the same letter at the same moment",
    refusals.sameMoment,
    { blame: "letter", lasting: false, uncertain: true },
  ],
  ["a provider that is broken", refusals.broken, { blame: "way", lasting: false, uncertain: true }],
])("%s is understood", async (_what, refusal, meaning) => {
  resend.refuse = refusal;
  const error = await failure();
  expect(error).toMatchObject({ failure: `resend ${refusal.status} ${refusal.name}`, ...meaning });
  expect(error.answer).toBe(refusal.message);
  expect(error.failure).not.toContain("example");
});

test("a letter that was taken under its key before is out, however it looks now", async () => {
  resend.refuse = refusals.otherLetter;
  expect(await transport.send(letter)).toEqual({ sentBy: "resend" });
});

test("a provider that says nothing in time may have the letter all the same", async () => {
  resend.refuse = "silence";
  const impatient = createResendTransport({
    apiKey: new Secret(apiKey),
    baseUrl: resend.url,
    timeoutMs: 50,
  });
  expect(await failure(impatient)).toMatchObject({ blame: "way", uncertain: true });
});

test("a provider that cannot be reached surely has not", async () => {
  const baseUrl = `http://127.0.0.1:${await findFreePort()}`;
  const nowhere = createResendTransport({ apiKey: new Secret(apiKey), baseUrl });
  expect(await failure(nowhere)).toMatchObject({
    failure: "resend ECONNREFUSED",
    blame: "way",
    uncertain: false,
  });
});

test("an answer that is no JSON, from whatever stands between, is one of a provider that is broken", async () => {
  resend.refuse = { ...refusals.broken, status: 502, name: "<html>", message: "" };
  expect(await failure()).toMatchObject({ failure: "resend 502", blame: "way" });
});

test("an address that is more than one is refused before anything is sent", async () => {
  const error = transport.send({ ...letter, to: "alice@example.org, bob@example.org" });
  await expect(error).rejects.toMatchObject({ failure: "EADDRESS", blame: "recipient" });
  expect(resend.requests).toEqual([]);
});
