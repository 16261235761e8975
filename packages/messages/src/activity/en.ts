/** What happened around an account's safety, in English: the shape that every other language fills. */
export const en = {
  device: ({ browser, system }: { browser: string; system: string }) => `${browser} on ${system}`,
  unknownDevice: "Unknown device",
  /** By the `kind` of an event. */
  kinds: {
    "account-verified": "Address confirmed",
    "device-signed-out": "Device signed out",
    "guest-merged": "Guest conversations added to the account",
    "guest-promoted": "Guest became an account",
    "other-devices-signed-out": "All other devices signed out",
    "passkey-added": "Passkey added",
    "passkey-removed": "Passkey removed",
    "refresh-fast-forward": "Session restored after a failure of the database",
    "refresh-recovered": "Session continued after a lost answer",
    "refresh-reused": "Copied sign-in detected, device signed out",
    "signed-in": "Signed in",
    "signed-out": "Signed out",
    "stepped-up": "Identity confirmed again",
  },
  /** In place of the sentence for `signed-in` where `detail.newDevice` is true. */
  signedInOnNewDevice: "Signed in on a new device",
};
