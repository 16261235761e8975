import { isCidr } from "./addresses.ts";
import { parseDurationMs } from "./duration.ts";
import type { ProviderSettingName } from "./identity-providers.ts";
import type { ConfigProblem } from "./problems.ts";
import { Secret } from "./secret.ts";
import type { RawSettings, SettingName } from "./settings.ts";

interface DurationRange {
  readonly least: string;
  readonly most: string;
}
const anyDuration: DurationRange = { least: "1s", most: "3650d" };

/** 32 random hexadecimal digits have about 14. */
const leastDistinctCharacters = 8;

/** Reads settings one by one and collects what is wrong instead of stopping at the first problem. */
export class SettingsReader {
  readonly problems: ConfigProblem[] = [];
  readonly #raw: RawSettings;

  constructor(raw: RawSettings) {
    this.#raw = raw;
  }

  text(name: SettingName | ProviderSettingName): string | undefined {
    return this.#raw[name];
  }

  /** @param write - lines, any of which mends it */
  refuse(setting: string, say: ConfigProblem["say"], ...write: string[]): void {
    this.problems.push({ setting, say, write });
  }

  oneOf<const T extends string>(name: SettingName, choices: readonly T[], fallback: T): T {
    const value = this.#raw[name];
    if (value === undefined) return fallback;
    const choice = choices.find((known) => known === value);
    if (choice !== undefined) return choice;
    this.refuse(name, (say) => say.notKnown({ value, choices: choices.join(", ") }), `${name}=${fallback}`);
    return fallback;
  }

  integer(name: SettingName, range: { min: number; max: number; fallback: number }): number {
    const value = this.#raw[name];
    if (value === undefined) return range.fallback;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= range.min && number <= range.max) return number;
    this.refuse(
      name,
      (say) => say.notInRange({ value, least: range.min, most: range.max }),
      `${name}=${range.fallback}`,
    );
    return range.fallback;
  }

  /** @param range - its ends belong to it; written as durations, such as `1s` */
  durationMs(name: SettingName, fallback: string, range: DurationRange = anyDuration): number {
    const value = this.#raw[name] ?? fallback;
    const parsed = parseDurationMs(value);
    const least = parseDurationMs(range.least) ?? 0;
    const most = parseDurationMs(range.most) ?? 0;
    if (parsed !== undefined && parsed >= least && parsed <= most) return parsed;
    this.refuse(
      name,
      (say) =>
        parsed === undefined ? say.noDuration({ value }) : say.durationNotInRange({ value, ...range }),
      `${name}=${fallback}`,
    );
    return parseDurationMs(fallback) ?? 0;
  }

  /** An http(s) URL without credentials, query or fragment; returned without a trailing slash. */
  url(name: SettingName, fallback: string, example: string): string {
    const value = this.#raw[name] ?? fallback;
    const url = URL.parse(value);
    const plain =
      url && (url.protocol === "http:" || url.protocol === "https:") && !url.username && !url.search;
    if (plain && !url.hash) return (url.origin + url.pathname).replace(/\/+$/, "");
    this.refuse(name, (say) => say.noWebAddress({ value }), example);
    return fallback;
  }

  /** Something random that a caller repeats in `Authorization: Bearer` (RFC 6750, section 2.1). */
  bearerSecret(name: SettingName): Secret | undefined {
    const value = this.#raw[name];
    if (value === undefined) return undefined;
    const random = new Set(value).size >= leastDistinctCharacters;
    if (!random || !/^[A-Za-z0-9._~+/-]{32,}=*$/.test(value)) {
      // The value is not repeated: it may be nearly right.
      this.refuse(name, (say) => say.noBearerSecret, `${name}=$(openssl rand -hex 32)`);
    }
    return new Secret(value);
  }

  list(name: SettingName): readonly string[] {
    return (this.#raw[name] ?? "")
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean);
  }

  /** Some of a few words, in any order. */
  choices<const T extends string>(name: SettingName, known: readonly T[]): readonly T[] {
    return this.list(name).flatMap((value) => {
      const choice = known.find((word) => word === value);
      if (choice !== undefined) return [choice];
      this.refuse(
        name,
        (say) => say.notKnown({ value, choices: known.join(", ") }),
        `${name}=${known.join(",")}`,
      );
      return [];
    });
  }

  origins(name: SettingName, fallback: readonly string[]): readonly string[] {
    const given = this.list(name);
    if (given.length === 0) return fallback;
    for (const origin of given) {
      if (URL.parse(origin)?.origin === origin) continue;
      this.refuse(
        name,
        (say) => say.noOrigin({ value: origin }),
        `${name}=${URL.parse(origin)?.origin ?? "https://book.example.org"}`,
      );
    }
    return given;
  }

  cidrs(name: SettingName): readonly string[] {
    const given = this.list(name);
    for (const range of given) {
      if (!isCidr(range)) {
        this.refuse(name, (say) => say.noAddressRange({ value: range }), `${name}=127.0.0.1/32`);
      }
    }
    return given;
  }
}
