/** The cookies of one browser, shared by its tabs. */
export interface CookieJar {
  readonly header: () => string | undefined;
  readonly keep: (answer: Headers) => void;
  readonly read: (name: string) => string | undefined;
  /** What scripts can read: `document.cookie`. */
  readonly forScripts: () => string;
  readonly remove: (name: string) => void;
}

export function createCookieJar(): CookieJar {
  const cookies = new Map<string, string>();
  const readable = new Set<string>();
  return {
    header: () =>
      cookies.size === 0 ? undefined : [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
    keep(answer) {
      for (const line of answer.getSetCookie()) {
        const [pair = "", ...attributes] = line.split("; ");
        const name = pair.slice(0, pair.indexOf("="));
        if (attributes.includes("Max-Age=0")) cookies.delete(name);
        else cookies.set(name, pair.slice(name.length + 1));
        if (!attributes.includes("HttpOnly")) readable.add(name);
      }
    },
    read: (name) => cookies.get(name),
    forScripts: () =>
      [...cookies]
        .filter(([name]) => readable.has(name))
        .map((pair) => pair.join("="))
        .join("; "),
    remove: (name) => void cookies.delete(name),
  };
}
