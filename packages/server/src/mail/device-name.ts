export interface DeviceName {
  readonly browser: string;
  readonly system: string;
}

// The order matters: Edge and Opera also say Chrome, Chrome also says Safari, Android also says Linux.
const browsers: readonly [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS)\//, "Chrome"],
  [/\bVersion\/\S+ (?:Mobile\/\S+ )?Safari\//, "Safari"],
];
const systems: readonly [RegExp, string][] = [
  [/\b(?:iPhone|iPad)\b/, "iOS"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows NT\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/**
 * The device as its owner knows it. The header is the sender's word, so it is recognised and never repeated.
 *
 * @returns `undefined` unless both browser and system are known ones
 */
export function recogniseDevice(userAgent: string): DeviceName | undefined {
  const browser = find(browsers, userAgent);
  const system = find(systems, userAgent);
  return browser && system ? { browser, system } : undefined;
}

function find(known: readonly [RegExp, string][], userAgent: string): string | undefined {
  return known.find(([pattern]) => pattern.test(userAgent))?.[1];
}
