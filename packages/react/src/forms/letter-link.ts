/** What a letter's link carries in its fragment, where no access log and no mail scanner's request sees it. */
export interface LetterLink {
  readonly token: string;
  /** The address that the letter went to; empty where the link does not say. */
  readonly email: string;
}

/** What the fragment calls the token: an invitation is not taken for another letter. */
export type TokenName = "token" | "invitation";

/** @param fragment - `location.hash`, such as `#token=…&email=…` */
export function readLetterLink(fragment: string, name: TokenName = "token"): LetterLink | null {
  const values = new URLSearchParams(fragment.replace(/^#/, ""));
  const token = values.get(name);
  return token === null || token === "" ? null : { token, email: values.get("email") ?? "" };
}

/** Takes the link out of the address bar and the history, once it has been read. */
export function takeLetterLink(name: TokenName): LetterLink | null {
  const link = readLetterLink(location.hash, name);
  if (link !== null) history.replaceState(history.state, "", location.pathname + location.search);
  return link;
}
