import { useEffect, useState } from "react";

/**
 * The key of the terminal's link that led to the page, taken out of the address bar and its history. It is kept in
 * memory alone.
 *
 * @returns `undefined` until the address bar has been read, which the static page cannot do; `null` where there is no key
 */
export function useClaimKey(): string | null | undefined {
  const [key, setKey] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    const read = () => {
      const found = new URLSearchParams(location.hash.slice(1)).get("k");
      if (!found) return setKey((earlier) => earlier ?? null);
      history.replaceState(history.state, "", location.pathname + location.search);
      setKey(found);
    };
    read();
    // A newer link opened in the same tab changes the fragment only.
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, []);
  return key;
}
