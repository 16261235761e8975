import { waitUntil } from "../../scripts/wait-until.ts";

const deliveryTimeoutMs = 60_000;

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

/** Every letter that the mailbox holds, the newest first. */
export async function readLetters(bookUrl: string): Promise<Letter[]> {
  const answer = await fetch(`${bookUrl}/dev/mail.json`);
  return answer.json();
}

/** Waits for the newest letter to an address, of one kind where it is named. */
export function waitForLetter(bookUrl: string, to: string, kind?: string): Promise<Letter> {
  return waitUntil(`A letter ${kind ?? ""} reaches ${to}`, deliveryTimeoutMs, async () => {
    const letters = await readLetters(bookUrl);
    return letters.find((letter) => letter.to.includes(to) && (kind === undefined || letter.kind === kind));
  });
}

/** The letter's link to a page of the book, such as `/reset`. */
export function linkTo(page: string, letter: Letter): string {
  const link = letter.links.find((address) => new URL(address).pathname.endsWith(page));
  if (link === undefined) throw new Error(`The letter ${letter.kind} has no link to ${page}.`);
  return link;
}
