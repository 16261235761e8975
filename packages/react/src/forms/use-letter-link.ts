import { useEffect, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { type LetterLink, type TokenName, takeLetterLink } from "./letter-link.ts";

/**
 * The link of a letter that led to the page, taken out of the address bar. Its address fills the forms that follow.
 *
 * @returns `undefined` until the address bar has been read, which the static page cannot do; `null` where there is no link
 */
export function useLetterLink(name: TokenName = "token"): LetterLink | null | undefined {
  const { typedEmail } = useAuth();
  const [link, setLink] = useState<LetterLink | null | undefined>(undefined);
  useEffect(() => {
    const read = () => {
      const taken = takeLetterLink(name);
      if (taken === null) return setLink((earlier) => earlier ?? null);
      if (taken.email !== "") typedEmail.current = taken.email;
      setLink(taken);
    };
    read();
    // A second letter's link opened in the same tab changes the fragment only.
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, [typedEmail, name]);
  return link;
}
