import { nearest } from "./spelling.ts";

/**
 * What a book's author may write beside the theme's name in `docusaurus.config`.
 * Everything here is shipped to every reader: never put a secret into it.
 */
export interface ThemeOptions {
  /** Docusaurus' plugin id; only needed where a site lists the theme twice, which it should not. */
  readonly id?: string;
  /**
   * Origin of the Bookplate server, such as `https://accounts.example.org`. Left out, the book and the server share
   * one origin, which needs no configuration and no CORS.
   */
  readonly apiUrl?: string;
  /** Questions that the empty chat panel offers. */
  readonly suggestions?: readonly string[];
  /** `false` leaves the chat panel out and keeps accounts. */
  readonly chat?: boolean;
  /** Characters that the forms ask of a password at least; the server's `PASSWORD_MIN_LENGTH`. */
  readonly passwordMinimum?: number;
  /** Where the local mailbox is. The link is shown on this machine only, never to a reader elsewhere. */
  readonly mailbox?: string;
}

/** {@link ThemeOptions} with every default filled in. */
export interface ResolvedThemeOptions {
  readonly id: string;
  readonly apiUrl: string;
  readonly suggestions: readonly string[];
  readonly chat: boolean;
  readonly passwordMinimum: number;
  readonly mailbox: string | null;
}

/** One or more options of the theme are wrong; the message lists each with its mend. */
export class ThemeOptionsError extends Error {
  override readonly name = "ThemeOptionsError";

  constructor(problems: readonly string[]) {
    super(
      [
        "The options of @bookplate/docusaurus-theme need a correction:",
        ...problems.map((p) => `  - ${p}`),
      ].join("\n"),
    );
  }
}

const DEFAULTS: ResolvedThemeOptions = {
  id: "default",
  apiUrl: "",
  suggestions: [],
  chat: true,
  passwordMinimum: 10,
  mailbox: "/dev/mail",
};

/**
 * Checks the options strictly and fills the defaults in. All problems are reported together.
 *
 * @throws ThemeOptionsError for an unknown option, with the nearest known name, or a value of the wrong kind.
 */
export function resolveOptions(given: Readonly<Record<string, unknown>>): ResolvedThemeOptions {
  const problems = Object.keys(given)
    .filter((name) => !Object.hasOwn(DEFAULTS, name))
    .map((name) => unknownOption(name));

  const read = <T>(
    name: keyof ResolvedThemeOptions,
    fallback: T,
    is: (value: unknown) => value is T,
    wanted: string,
  ) => {
    const value = given[name];
    if (value === undefined) return fallback;
    if (is(value)) return value;
    problems.push(`"${name}" must be ${wanted}, not ${JSON.stringify(value)}.`);
    return fallback;
  };

  const apiUrl = read("apiUrl", DEFAULTS.apiUrl, isText, 'a text such as "https://accounts.example.org"');
  const resolved: ResolvedThemeOptions = {
    id: read("id", DEFAULTS.id, isText, "a text"),
    apiUrl: apiUrl.replace(/\/+$/, ""),
    suggestions: read("suggestions", DEFAULTS.suggestions, isTexts, "a list of texts"),
    chat: read("chat", DEFAULTS.chat, isBoolean, "true or false"),
    passwordMinimum: read(
      "passwordMinimum",
      DEFAULTS.passwordMinimum,
      isCount,
      "a whole number from 8 to 64",
    ),
    mailbox: read("mailbox", DEFAULTS.mailbox, isText, 'a path such as "/dev/mail"'),
  };
  if (apiUrl !== "" && !isOrigin(resolved.apiUrl)) {
    problems.push(
      `"apiUrl" must be an origin without a path, such as "https://accounts.example.org", not "${apiUrl}".`,
    );
  }
  if (problems.length > 0) throw new ThemeOptionsError(problems);
  return resolved;
}

function unknownOption(name: string): string {
  const known = Object.keys(DEFAULTS);
  const suggestion = nearest(name, known);
  return suggestion === null
    ? `"${name}" is not an option. Known options: ${known.join(", ")}.`
    : `"${name}" is not an option. Did you mean "${suggestion}"?`;
}

const isText = (value: unknown): value is string => typeof value === "string";
const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 8 && Number(value) <= 64;
const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (url.protocol === "https:" || url.protocol === "http:") && url.origin === text;
}
