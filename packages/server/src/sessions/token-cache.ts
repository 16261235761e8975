import { createRecent } from "../recent.ts";

/** Of a token's signature, which no two tokens share: what is looked up by less is found faster. */
const keyCharacters = 64;

/** Remembers what was verified lately, by the whole token. */
export function createTokenCache<T>(options: { maxEntries: number }) {
  const verified = createRecent<{ readonly token: string; readonly value: T }>(options);
  const keyOf = (token: string) => token.slice(-keyCharacters);

  return {
    put: (token: string, value: T): void => verified.put(keyOf(token), { token, value }),
    get(token: string): T | undefined {
      const found = verified.get(keyOf(token));
      return found?.token === token ? found.value : undefined;
    },
  };
}
