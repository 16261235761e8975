import type { BrowserContext, Page } from "playwright-core";

/** What makes and keeps passkeys in a browser of the tests: Chromium's own virtual authenticator. */
export interface PasskeyDevice {
  /**
   * Whether the person touches what asks from now on, at once, or nothing, as somebody who is looking elsewhere. What has
   * been asked before stays unanswered.
   */
  answer: (answers: boolean) => Promise<void>;
  /**
   * Resolves once the form's own field asks for a passkey. Whoever wants to press the button must wait for it before
   * `answer(true)`: otherwise the field's question may be the one that is answered.
   */
  fieldAsks: () => Promise<void>;
  /** Whether a finger, a face or a PIN is shown with each touch. */
  verifyUser: (verifies: boolean) => Promise<void>;
  /** How many passkeys it keeps. */
  count: () => Promise<number>;
  /** Forgets them, as a device that was lost. */
  forgetAll: () => Promise<void>;
}

declare global {
  var standingFieldRequests: number | undefined;
}

/** Runs in the browser: counts the requests of fields that stand at the moment. */
function countFieldRequests(): void {
  globalThis.standingFieldRequests = 0;
  const credentials = navigator.credentials;
  const get = credentials.get.bind(credentials);
  const add = (n: number) => {
    globalThis.standingFieldRequests = (globalThis.standingFieldRequests ?? 0) + n;
  };
  credentials.get = async (options) => {
    const ofField = options?.mediation === "conditional" ? 1 : 0;
    const answer = get(options);
    add(ofField);
    try {
      return await answer;
    } finally {
      add(-ofField);
    }
  };
}

export async function plugInPasskeyDevice(context: BrowserContext, page: Page): Promise<PasskeyDevice> {
  await page.addInitScript(countFieldRequests);
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: false,
    },
  });
  return {
    answer: async (enabled) => {
      await devtools.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled });
    },
    fieldAsks: async () => {
      await page.waitForFunction(() => globalThis.standingFieldRequests === 1);
    },
    verifyUser: async (isUserVerified) => {
      await devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
    },
    count: async () => {
      const { credentials } = await devtools.send("WebAuthn.getCredentials", { authenticatorId });
      return credentials.length;
    },
    forgetAll: async () => {
      await devtools.send("WebAuthn.clearCredentials", { authenticatorId });
    },
  };
}
