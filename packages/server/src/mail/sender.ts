import addressparser from "nodemailer/lib/addressparser";

/** Who a letter comes from. */
export interface Sender {
  /** Shown beside the address; empty where there is none. */
  readonly name: string;
  readonly address: string;
  /** What letters call the book: the name, or else the domain. */
  readonly book: string;
}

/**
 * Reads a sender as operators write it: `Your book <book@example.org>` or the bare address.
 *
 * @throws {TypeError} when it is not exactly one address
 */
export function readSender(text: string): Sender {
  const [first, ...rest] = addressparser(text, { flatten: true });
  const address = first?.address ?? "";
  if (!first || rest.length > 0 || !isOneAddress(address)) {
    throw new TypeError("The sender of letters must be one address.");
  }
  const name = first.name.replace(/\p{C}/gu, "").trim();
  return { name, address, book: name || domainOf(address) };
}

/** Whether a text is one address and cannot become two, or a header, on its way to the mail server. */
export function isOneAddress(text: string): boolean {
  return /^[^\s\p{C}"(),:;<>@[\\\]]+@[^\s\p{C}"(),:;<>@[\\\]]+$/u.test(text);
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}
