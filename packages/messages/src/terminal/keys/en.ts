/** What `bookplate keys` prints, and why a start refuses a list of secrets. */
export const keys = {
  help: {
    keys: "look at the keys that sign access tokens and at the server's secrets, or change them",
    list: "list the signing keys and what each is for",
    rotate: "publish a new signing key; it signs ten minutes later (happens by itself every 90 days)",
    remove: "refuse every token of a signing key at once, because somebody else may have it",
    kid: "the key's id, from keys list or a token's header",
    yes: "do not refuse to do it",
    secrets: "list the secrets and what still needs each",
    reencrypt: "move what is encrypted to the first secret of BOOKPLATE_SECRET",
    forget: "give up what needs a secret that is lost or must go now",
    id: "the secret's id",
  },
  states: {
    next: "published, signs later",
    signs: "signs",
    verifies: "verifies what it signed",
    over: "over, will be deleted",
  },
  from: ({ moment }: { moment: string }) => `from ${moment}`,
  rotated: ({ kid, moment }: { kid: string; moment: string }) =>
    `Published ${kid}. It signs from ${moment}, when everybody who verifies has it.`,
  rotatedAlready: "A new key is published already and waits for its turn. Nothing was changed.",
  removed: ({ kid, signs }: { kid: string; signs: string }) =>
    `Removed ${kid}. Its tokens are refused; ${signs} signs. Nobody is signed out.`,
  removeNeedsYes: ({ kid }: { kid: string }) =>
    `This removes ${kid}: every token that it has signed is refused at once, and clients fetch new ones. Add --yes to do it.`,
  noSuchKey: ({ kid }: { kid: string }) => `There is no signing key ${kid}. bookplate keys list names them.`,
  secretStates: {
    mints: "makes new tokens and keys",
    verifies: "accepted",
    "not-listed": "not in BOOKPLATE_SECRET",
  },
  needsNothing: "nothing needs it: it can be dropped",
  things: {
    "signing-keys": ({ count }: { count: number }) => `signing keys: ${count} (keys reencrypt moves them)`,
    "second-factors": ({ count }: { count: number }) =>
      `second factors: ${count} (keys reencrypt moves them)`,
    letters: ({ count }: { count: number }) => `letters that wait: ${count} (keys reencrypt moves them)`,
    codes: ({ count }: { count: number }) => `codes in letters: ${count} (they end within ten minutes)`,
    passwords: ({ count }: { count: number }) =>
      `long passwords: ${count} (each moves when its owner signs in)`,
    sessions: ({ count }: { count: number }) =>
      `sessions: ${count} (each moves when its reader comes back, or ends)`,
  },
  moved: ({ keys, letters }: { keys: number; letters: number }) =>
    `Moved to the first secret: signing keys ${keys}, letters ${letters}.`,
  secretNeeded: ({ id, currentId, needs }: { id: string; currentId: string; needs: string }) =>
    `BOOKPLATE_SECRET does not list the secret with the id "${id}", and something still needs it:\n${needs}\nPut it back at the end: BOOKPLATE_SECRET=${currentId}:<secret>,${id}:<secret of that id>\nbookplate keys secrets shows when it can go; bookplate keys forget ${id} gives up what needs it.`,
  secretExchanged: ({ id }: { id: string }) =>
    `The secret with the id "${id}" is another one than before. Give a new secret a new id and keep the old one behind it: BOOKPLATE_SECRET=<new id>:<new secret>,${id}:<old secret>\nIf the old one is lost, bookplate keys forget ${id} gives up what needs it.`,
  secretInUse: ({ id }: { id: string }) =>
    `The secret with the id "${id}" is the first of the list and in use. Put another one before it.`,
  unknownSecret: ({ id }: { id: string }) =>
    `No server has used a secret with the id "${id}". If it is a new one, start the servers with it first.`,
  forgetNeedsYes: ({ id }: { id: string }) =>
    `This gives up what needs the secret "${id}": its sessions end, its long passwords have to be set anew. Add --yes to do it.`,
  forgotten: ({ id }: { id: string }) =>
    `The secret "${id}" is not needed any more. Drop it from BOOKPLATE_SECRET.`,
  lost: ({ needs }: { needs: string }) => `What needed it:\n${needs}`,
  schemaOld:
    "The schema is older than this program. Start the server, or run bookplate migrate up, then try again.",
};

export type Keys = typeof keys;
