import { expect, test } from "vitest";
import { DeliveryError } from "../errors.ts";
import type { OutgoingLetter } from "../outgoing-letter.ts";
import type { MailTransport } from "../transport.ts";
import { inOrder } from "./in-order.ts";

const letter = { id: "one", to: "alice@example.org", attempt: 1 } as OutgoingLetter;

/** A transport that does one thing, and counts how often it was asked. */
function transport(error?: DeliveryError): MailTransport & { asked: number } {
  const it = {
    asked: 0,
    send: async () => {
      it.asked += 1;
      if (error) throw error;
      return { sentBy: "resend" as const };
    },
    close: async () => {},
  };
  return it;
}

const down = new DeliveryError({ failure: "ESOCKET", blame: "way" });
const refused = new DeliveryError({ failure: "EMESSAGE 554", blame: "letter", lasting: true });
const nobody = new DeliveryError({ failure: "EENVELOPE 550 5.1.1", blame: "recipient", lasting: true });
const unknown = new DeliveryError({ failure: "ETIMEDOUT", blame: "way", uncertain: true });

test("the second is asked only when the first does not take the letter, and it is said", async () => {
  const [first, second] = [transport(), transport()];
  expect(await inOrder([first, second]).send(letter)).toEqual({ sentBy: "resend" });
  expect(second.asked).toBe(0);
  for (const error of [down, refused]) {
    const other = transport();
    expect(await inOrder([transport(error), other]).send(letter)).toEqual({
      sentBy: "resend",
      passedOver: [error],
    });
    expect(other.asked).toBe(1);
  }
});

test("a recipient that does not exist does not exist elsewhere", async () => {
  const second = transport();
  await expect(inOrder([transport(nobody), second]).send(letter)).rejects.toBe(nobody);
  expect(second.asked).toBe(0);
});

test("a letter that may have gone out is tried at the same place before it goes elsewhere", async () => {
  const second = transport();
  const both = inOrder([transport(unknown), second]);
  await expect(both.send({ ...letter, attempt: 1 })).rejects.toBe(unknown);
  await expect(both.send({ ...letter, attempt: 2 })).rejects.toBe(unknown);
  expect(second.asked).toBe(0);
  await both.send({ ...letter, attempt: 3 });
  expect(second.asked).toBe(1);
});

test("when nobody takes it, it waits for a way that may open again", async () => {
  await expect(inOrder([transport(refused), transport(down)]).send(letter)).rejects.toBe(down);
  await expect(inOrder([transport(refused), transport(refused)]).send(letter)).rejects.toBe(refused);
});
