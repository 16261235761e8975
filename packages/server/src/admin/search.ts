// How somebody who is searched for may fit, best first. Staff who may not read addresses must not find them out by
// searching for their beginnings letter by letter: for them a whole address fits, and nothing else of one.
import { normalizeEmail } from "../accounts/email.ts";
import { type Way, ways } from "./list-queries.ts";
import { type WordMark, writeWordQuery } from "./search-terms.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface NamedWay extends Way {
  /** Stands in cursors. */
  readonly name: string;
}

/**
 * @param text - as it was typed
 * @param folded - the same without accents and case
 */
export function waysToFit(
  text: string,
  folded: string,
  { withAddress }: { withAddress: boolean },
): NamedWay[] {
  if (uuid.test(text)) return [{ name: "id", ...ways.id(text) }];
  const [local = "", domain] = folded.split("@");
  const whole = { name: "whole", ...ways.wholeAddress(normalizeEmail(text)) };
  if (!withAddress && domain !== undefined) return [whole];
  if (domain !== undefined && local === "") return [{ name: "domain", ...ways.domain(domain) }];

  const marks: WordMark[] = withAddress ? ["n", "e"] : ["n"];
  const query = writeWordQuery(local, marks);
  const ofDomain = domain === undefined ? undefined : writeWordQuery(domain, ["n"]);
  const words = query === undefined ? [] : [{ name: "words", ...ways.words({ query, ofDomain }) }];
  const address = { name: "address", ...ways.address(text.normalize("NFKC").toLowerCase()) };
  if (domain !== undefined) return [whole, address, ...words];
  const names = [
    { name: "name", ...ways.name(folded) },
    { name: "surname", ...ways.surname(folded) },
  ];
  if (!withAddress) return [...names, ...words];
  return [...names, address, { name: "domain", ...ways.domain(folded) }, ...words];
}
