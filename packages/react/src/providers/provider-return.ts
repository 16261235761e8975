/** What a browser brings back from a provider, in the fragment of the page that it comes back to. */
export interface ProviderReturn {
  readonly provider: string;
  /** For finishing what was begun. */
  readonly code: string | null;
  /** The code of the problem, where there is no other code. */
  readonly problem: string | null;
}

/** @param fragment - `location.hash` */
export function readProviderReturn(fragment: string): ProviderReturn | null {
  const values = new URLSearchParams(fragment.replace(/^#/, ""));
  const provider = values.get("provider");
  const [code, problem] = [values.get("code"), values.get("problem")];
  if (provider === null || (code === null && problem === null)) return null;
  return { provider, code, problem };
}

/**
 * Takes it out of the address bar and the history, once it has been read: it works once.
 *
 * @param fragment - what stays in its place, such as `#security`
 */
export function takeProviderReturn(fragment = ""): ProviderReturn | null {
  const returned = readProviderReturn(location.hash);
  if (returned !== null) {
    history.replaceState(history.state, "", location.pathname + location.search + fragment);
  }
  return returned;
}
