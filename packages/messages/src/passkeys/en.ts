/** Passkeys on the account page and after signing in, in English: the shape of every other language. */
export const en = {
  title: "Passkeys",
  lead: "Sign in with your finger, your face or the PIN of a device, without a password. A passkey works on this book's site alone, so nobody can trick it out of you.",
  unsupported: "This browser cannot use passkeys.",
  empty: "You have none yet.",
  /** Where neither its owner nor its maker has named it. */
  unnamed: "Passkey",
  /** The maker, where the name is the owner's own. */
  keptBy: ({ provider }: { provider: string }) => `In ${provider}`,
  synced: "On several devices",
  added: ({ time }: { time: string }) => `Added ${time}`,
  lastUsed: ({ ago }: { ago: string }) => `Last used ${ago}`,
  neverUsed: "Not used yet",
  add: "Add a passkey",
  adding: "Follow what your browser asks…",
  addedNow: "The passkey is added. From now on you can sign in with it.",
  present: "There is a passkey of yours on this device already.",
  rename: "Rename",
  renameNamed: ({ name }: { name: string }) => `Rename “${name}”`,
  newName: "Name",
  renamed: "Renamed.",
  remove: "Remove",
  removeNamed: ({ name }: { name: string }) => `Remove “${name}”`,
  removeQuestion:
    "Remove this passkey? It opens nothing from then on. You may delete it from your device, too.",
  removed: "The passkey is removed.",
  only: "This is your only way to sign in. Set a password or add another passkey before you remove it.",

  /** In the place of a password, before a sensitive act. */
  proof: {
    lead: "Confirm with your finger, your face or the PIN of your device.",
    submit: "Use a passkey",
    busy: "Follow what your browser asks…",
    givenUp: "That was not completed. Try again, or confirm in another way.",
  },

  /** Once, after signing in with a password. */
  offer: {
    text: "Next time without a password? Add a passkey.",
    add: "Add a passkey",
  },
};
