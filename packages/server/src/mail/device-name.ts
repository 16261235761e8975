import Bowser from "bowser";

export interface DeviceName {
  readonly browser: string;
  readonly system: string;
}

const browsers = new Set<string>(Object.values(Bowser.BROWSER_MAP));
const systems = new Set<string>(Object.values(Bowser.OS_MAP));

/** Names that their makers, or we, put differently. */
const spellings: Readonly<Record<string, string>> = {
  "Microsoft Edge": "Edge",
  "Samsung Internet for Android": "Samsung Internet",
  "Chrome OS": "ChromeOS",
};

/**
 * The device as its owner knows it. The header is the sender's word, so it is recognised and never
 * repeated: for headers that it does not know, the parser answers pieces of them.
 *
 * @returns `undefined` unless both browser and system are known ones
 */
export function recogniseDevice(userAgent: string): DeviceName | undefined {
  if (userAgent === "") return undefined;
  const parser = Bowser.getParser(userAgent);
  const browser = parser.getBrowserName();
  const system = parser.getOSName();
  if (!browsers.has(browser) || browser === Bowser.BROWSER_MAP.generic || !systems.has(system)) {
    return undefined;
  }
  return { browser: spellings[browser] ?? browser, system: spellings[system] ?? system };
}

/**
 * The device in a sentence of the reader's language.
 *
 * @returns `null` unless both browser and system are known ones
 */
export function nameDevice(userAgent: string | null, say: (name: DeviceName) => string): string | null {
  const name = recogniseDevice(userAgent ?? "");
  return name ? say(name) : null;
}
