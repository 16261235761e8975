import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";

const debianChromium = "/usr/bin/chromium";
const actionTimeoutMs = 60_000;
const launchTimeoutMs = 120_000;

/** No sandbox as root, where Chromium has none; nothing that calls home. */
const switches = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: debianChromium,
    headless: true,
    args: switches,
    timeout: launchTimeoutMs,
  });

/** A browser of a person of its own: nothing stored, nothing shared with others. */
export interface PersonsBrowser {
  page: Page;
  context: BrowserContext;
  /** What the consoles of all the pages complained about so far, without the expected failures. */
  complaints: string[];
}

/**
 * Opens a fresh profile and listens to its console.
 *
 * @param expectedFailures - addresses whose refusal belongs to the journey, such as a password that is asked for
 */
export async function openPersonsBrowser(
  browser: Browser,
  options: BrowserContextOptions & { expectedFailures?: RegExp } = {},
): Promise<PersonsBrowser> {
  const { expectedFailures, ...contextOptions } = options;
  const context = await browser.newContext({
    locale: "en-GB",
    // Nobody waits for movement, and it costs a software renderer much.
    reducedMotion: "reduce",
    ...contextOptions,
  });
  context.setDefaultTimeout(actionTimeoutMs);
  const page = await context.newPage();
  const complaints: string[] = [];
  context.on("weberror", (event) => complaints.push(`error: ${event.error().message}`));
  context.on("console", (message) => {
    const source = message.location().url;
    if (message.type() !== "error" || expectedFailures?.test(source)) return;
    complaints.push(`console: ${message.text()} (${source})`);
  });
  return { page, context, complaints };
}
