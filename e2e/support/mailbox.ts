import { waitUntil } from "../../scripts/wait-until.ts";

const deliveryTimeoutMs = 20_000;

/** A letter as the development mailbox tells it. */
export interface Letter {
  to: string;
  subject: string;
  kind: string;
  text: string;
  html: string;
  links: string[];
  code: string | null;
}

/** Waits for the newest letter to an address. */
export function waitForLetter(bookUrl: string, to: string): Promise<Letter> {
  return waitUntil(`A letter reaches ${to}`, deliveryTimeoutMs, async () => {
    const answer = await fetch(`${bookUrl}/dev/mail.json`);
    const letters: Letter[] = await answer.json();
    return letters.find((letter) => letter.to.includes(to));
  });
}
