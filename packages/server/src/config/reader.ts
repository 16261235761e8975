import { isCidr } from "./addresses.ts";
import { parseDurationMs } from "./duration.ts";
import type { ConfigProblem } from "./problems.ts";
import type { RawSettings, SettingName } from "./settings.ts";

/** Reads settings one by one and collects what is wrong instead of stopping at the first problem. */
export class SettingsReader {
  readonly problems: ConfigProblem[] = [];
  readonly #raw: RawSettings;

  constructor(raw: RawSettings) {
    this.#raw = raw;
  }

  text(name: SettingName): string | undefined {
    return this.#raw[name];
  }

  refuse(setting: string, what: string, why: string, write: string): void {
    this.problems.push({ setting, what, why, write });
  }

  oneOf<const T extends string>(name: SettingName, choices: readonly T[], fallback: T): T {
    const value = this.#raw[name];
    if (value === undefined) return fallback;
    const choice = choices.find((known) => known === value);
    if (choice !== undefined) return choice;
    this.refuse(
      name,
      `"${value}" is not known`,
      `it must be one of ${choices.join(", ")}`,
      `${name}=${fallback}`,
    );
    return fallback;
  }

  integer(name: SettingName, range: { min: number; max: number; fallback: number }): number {
    const value = this.#raw[name];
    if (value === undefined) return range.fallback;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= range.min && number <= range.max) return number;
    this.refuse(
      name,
      `"${value}" is not usable`,
      `it must be a whole number from ${range.min} to ${range.max}`,
      `${name}=${range.fallback}`,
    );
    return range.fallback;
  }

  durationMs(
    name: SettingName,
    fallback: string,
    range?: { minMs: number; maxMs: number; says: string },
  ): number {
    const value = this.#raw[name] ?? fallback;
    const parsed = parseDurationMs(value);
    const inRange = parsed !== undefined && (!range || (parsed >= range.minMs && parsed <= range.maxMs));
    if (inRange && parsed > 0) return parsed;
    const why =
      parsed === undefined ? "it must look like 30s, 15m, 12h or 7d" : (range?.says ?? "it must be over 0");
    this.refuse(name, `"${value}" is not usable`, why, `${name}=${fallback}`);
    return parseDurationMs(fallback) ?? 0;
  }

  /** An http(s) URL without credentials, query or fragment; returned without a trailing slash. */
  url(name: SettingName, fallback: string, example: string): string {
    const value = this.#raw[name] ?? fallback;
    const url = URL.parse(value);
    const plain =
      url && (url.protocol === "http:" || url.protocol === "https:") && !url.username && !url.search;
    if (plain && !url.hash) return (url.origin + url.pathname).replace(/\/+$/, "");
    this.refuse(
      name,
      `"${value}" is not a web address`,
      "links, cookies and tokens are made from it",
      example,
    );
    return fallback;
  }

  list(name: SettingName): readonly string[] {
    return (this.#raw[name] ?? "")
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean);
  }

  origins(name: SettingName, fallback: readonly string[]): readonly string[] {
    const given = this.list(name);
    if (given.length === 0) return fallback;
    for (const origin of given) {
      if (URL.parse(origin)?.origin === origin) continue;
      this.refuse(
        name,
        `"${origin}" is not an origin`,
        "origins are compared exactly: scheme, host and port, without path or slash",
        `${name}=${URL.parse(origin)?.origin ?? "https://book.example.org"}`,
      );
    }
    return given;
  }

  cidrs(name: SettingName): readonly string[] {
    const given = this.list(name);
    for (const range of given) {
      if (!isCidr(range)) {
        this.refuse(
          name,
          `"${range}" is not an address range`,
          "it must be like 10.0.0.0/8",
          `${name}=127.0.0.1/32`,
        );
      }
    }
    return given;
  }
}
