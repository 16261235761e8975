const hours = (count: number) => (count === 1 ? "1 hour" : `${count} hours`);
const minutes = (count: number) => (count === 1 ? "1 minute" : `${count} minutes`);

type OfBook = { book: string };
type Addressed = { book: string; to: string };

const typeCode = ({ minutes: count }: { minutes: number | undefined }) =>
  count === undefined
    ? "Type it on the page that asked for it. It works for a short while only."
    : `Type it on the page that asked for it. It works for ${minutes(count)}.`;

const code = { codeLabel: "Your code", codeNote: typeCode };

const confirm = {
  button: "Confirm this address",
  valid: ({ hours: count }: { hours: number }) =>
    `The link works once, within ${hours(count)}. It opens a page with one button; nothing changes before you press it.`,
};

const newPassword = {
  button: "Choose a new password",
  valid: ({ hours: count }: { hours: number }) =>
    `The link works once, within ${hours(count)}. It opens a page where you type the new password; nothing changes before you send it.`,
};

/** What the letters about the safety of an account have in common. */
const safety = {
  valid: "The link can be used at any time.",
  why: ({ book }: OfBook) =>
    `You receive this because it concerns the safety of your account at ${book}; such letters cannot be switched off.`,
};

const lookAfterAccount = {
  button: "Look at your account",
  notYou:
    "If it was you, do nothing. If not, somebody else is in your account: on the page behind the button, sign out the devices that you do not know, and choose a new password.",
};

/**
 * English is the shape of this area: another language has the same keys or does not compile. `book`, `to` and other
 * values arrive ready to be put into a sentence of any direction.
 */
export const en = {
  language: "en",
  direction: "ltr" as "ltr" | "rtl",
  greeting: ({ name }: { name: string }) => `Hello ${name},`,
  greetingWithoutName: "Hello,",
  linkBelowButton: "If the button does not work, copy this address into your browser:",
  sentTo: ({ to, book }: Addressed) => `This letter was sent to ${to} by ${book}.`,
  labelled: ({ label, value }: { label: string; value: string }) => `${label}: ${value}`,

  facts: {
    device: "Device",
    at: "Time",
    place: "Place",
    newAddress: "New address",
    passkey: "Passkey",
    provider: "Provider",
    reason: "Reason",
    until: "Until",
    role: "Role",
    deviceName: ({ browser, system }: { browser: string; system: string }) => `${browser} on ${system}`,
    unknownDevice: "one that we do not recognise",
    near: ({ place }: { place: string }) => `in or near ${place}, going by the network address`,
    withoutEnd: "further notice",
  },
  /** What roles are called; those of an operator's own have their own names. */
  roles: { user: "reader", moderator: "moderator", admin: "administrator" },

  verifyRegistration: {
    ...code,
    ...confirm,
    subject: ({ book }: OfBook) => `Confirm your address for ${book}`,
    lead: ({ to, book }: Addressed) =>
      `Confirm that ${to} is your address, and your account at ${book} is ready.`,
    why: ({ book }: OfBook) => `You receive this because somebody registered at ${book} with this address.`,
    notYou:
      "If it was not you, do nothing: without the code or the link there will be no account. Give them to nobody.",
  },
  verifyUser: {
    ...code,
    ...confirm,
    subject: ({ book }: OfBook) => `Confirm the address of your account at ${book}`,
    lead: ({ to, book }: Addressed) =>
      `Confirm that ${to} still belongs to you, and to your account at ${book}.`,
    why: ({ book }: OfBook) =>
      `You receive this because an account at ${book} has this address, and the address was never confirmed.`,
    notYou:
      "If the account is not yours, do nothing: the address stays unconfirmed. Give code and link to nobody.",
  },
  alreadyRegistered: {
    subject: ({ book }: OfBook) => `You already have an account at ${book}`,
    lead: ({ to, book }: Addressed) =>
      `Somebody tried to register at ${book} with ${to}, which already has an account there. If it was you, just sign in.`,
    button: "Sign in",
    valid: "This letter carries no code, and its link can be used at any time.",
    why: () =>
      "You receive this because the account with this address is yours. Whoever tried was not told that it exists.",
    notYou: "If it was not you, do nothing: nothing changed, and your password is still the same.",
  },
  sessionStolen: {
    ...safety,
    subject: ({ book }: OfBook) => `We signed out one of your devices at ${book}`,
    lead: ({ book }: OfBook) =>
      `Somebody used an outdated sign-in of one of your devices at ${book}. That can mean that the sign-in was copied, so we ended it. Your other devices stay signed in.`,
    button: "Sign in again",
    notYou:
      "If you restored a backup or copied a browser profile, signing in again is enough. If not, or if this happens again, tell whoever runs this book.",
  },
  newDevice: {
    ...safety,
    subject: ({ book }: OfBook) => `New device signed in to your account at ${book}`,
    lead: ({ book }: OfBook) =>
      `Somebody signed in to your account at ${book} on a device that is new to it.`,
    button: "Look at your devices",
    notYou:
      "If it was you, do nothing. If not, somebody can sign in as you: on the page behind the button, sign that device out and choose a new password.",
  },
  passwordReset: {
    ...code,
    ...newPassword,
    subject: ({ book }: OfBook) => `Choose a new password for ${book}`,
    lead: ({ book }: OfBook) =>
      `Somebody says that they forgot the password of your account at ${book}. If it was you, choose a new one.`,
    why: ({ book }: OfBook) =>
      `You receive this because somebody typed this address on the page for forgotten passwords of ${book}.`,
    notYou:
      "If it was not you, do nothing: your password stays as it is. Give the code and the link to nobody.",
  },
  passwordChanged: {
    ...safety,
    subject: ({ book }: OfBook) => `Your password at ${book} was changed`,
    lead: ({ book }: OfBook) =>
      `Your account at ${book} has a new password. Devices that were signed in before have been signed out.`,
    button: "Choose another password",
    notYou:
      "If it was you, do nothing. If not, somebody else can sign in as you: press the button at once and ask for a letter with which you choose another password.",
  },
  accountUnderAttack: {
    ...safety,
    subject: ({ book }: OfBook) => `Somebody is trying passwords at ${book}`,
    lead: ({ book }: OfBook) =>
      `Many wrong passwords were typed for your account at ${book}. Nobody got in by that, and further tries are refused for a while. In a browser that you have signed in with before you can sign in as always, and anywhere else by letter.`,
    button: "Look at your account",
    notYou:
      "If your password is long and you use it nowhere else, do nothing. If not, choose a new one. With a passkey or two-step sign-in, a guessed password alone opens nothing.",
  },
  emailChangeConfirm: {
    ...confirm,
    subject: ({ book }: OfBook) => `Confirm your new address for ${book}`,
    lead: ({ to, book }: Addressed) => `Confirm that your account at ${book} shall have the address ${to}.`,
    why: ({ book }: OfBook) =>
      `You receive this because somebody wants to use this address for an account at ${book}.`,
    notYou: "If it was not you, do nothing: nothing changes without the link. Give it to nobody.",
  },
  emailChanged: {
    subject: ({ book }: OfBook) => `The address of your account at ${book} was changed`,
    lead: ({ book }: OfBook) =>
      `Your account at ${book} has another address now. Letters about it go there from now on.`,
    button: "Undo this change",
    valid: ({ until }: { until: string }) =>
      `The link works once, until ${until}. It opens a page with one button; nothing changes before you press it.`,
    why: safety.why,
    notYou:
      "If it was you, do nothing. If not, undo it: the account gets this address back, all devices are signed out, the password and everything added since are removed, and you receive a letter with which you choose a new password.",
  },
  emailChangeUndone: {
    ...newPassword,
    subject: ({ book }: OfBook) => `Your account at ${book} has its old address again`,
    lead: ({ to, book }: Addressed) =>
      `The change of address was undone: your account at ${book} belongs to ${to} again. All devices were signed out, and the password and everything added since the change were removed. Choose a new password to sign in.`,
    why: safety.why,
    notYou:
      "If it was not you who undid the change, somebody else can read your letters: secure this mailbox first, then choose a new password.",
  },
  invitation: {
    subject: ({ book }: OfBook) => `You are invited to ${book}`,
    lead: ({ to, book }: Addressed) =>
      `You are invited to make an account at ${book}, with the address ${to}.`,
    button: "Create an account",
    valid: ({ until }: { until: string }) =>
      `The link makes one account, until ${until}. It opens the page where you register; nothing happens before you send it.`,
    why: ({ book }: OfBook) =>
      `You receive this because somebody who looks after ${book} invited this address.`,
    notYou: "If you expect no invitation, do nothing: then there will be no account.",
  },
  magicLink: {
    ...code,
    subject: ({ book }: OfBook) => `Sign in to ${book}`,
    lead: ({ to, book }: Addressed) =>
      `Somebody wants to sign in to your account at ${book} with a letter to ${to}. If it was you, go on with the code or the button.`,
    button: "Sign in",
    valid: ({ minutes: count }: { minutes: number }) =>
      `The link works once, within ${minutes(count)}. It opens a page with one button; nobody is signed in before you press it.`,
    why: ({ book }: OfBook) =>
      `You receive this because somebody asked ${book} for a letter to sign in with this address.`,
    notYou:
      "If it was not you, do nothing: without the code or the link nobody is signed in. Give them to nobody.",
  },
  signInCode: {
    ...code,
    subject: ({ book }: OfBook) => `Your code for ${book}`,
    lead: ({ book }: OfBook) =>
      `Somebody who is signed in to your account at ${book} is about to do something that is protected. The code proves that it is you.`,
    why: safety.why,
    notYou:
      "If it was not you, give the code to nobody: sign in, sign out the devices that you do not know on your account page, and choose a new password.",
  },
  accountDeleted: {
    subject: ({ book }: OfBook) => `Your account at ${book} was deleted`,
    lead: ({ to, book }: Addressed) =>
      `The account at ${book} with the address ${to} was deleted, with everything that was kept in it. This is the last letter about it.`,
    why: ({ book }: OfBook) => `You receive this because the account at ${book} had this address.`,
    notYou:
      "If you wanted this, do nothing. If not, tell whoever runs this book: they cannot bring the account back, but should know of it.",
  },
  accountBanned: {
    subject: ({ book }: OfBook) => `Your account at ${book} was suspended`,
    lead: ({ book }: OfBook) =>
      `Whoever runs ${book} has suspended your account. Nobody can sign in to it meanwhile, and all devices were signed out.`,
    why: safety.why,
    notYou: "If you believe that this is a mistake, write to whoever runs this book.",
  },
  roleChanged: {
    subject: ({ book }: OfBook) => `Your role at ${book} has changed`,
    lead: ({ book }: OfBook) =>
      `Whoever runs ${book} has given your account another role. It counts from now on, on all your devices.`,
    why: safety.why,
    notYou: "If you did not expect this, write to whoever runs this book.",
  },
  secondFactorChanged: {
    ...safety,
    ...lookAfterAccount,
    changes: {
      on: {
        subject: ({ book }: OfBook) => `Two-step sign-in is on at ${book}`,
        lead: ({ book }: OfBook) =>
          `From now on, signing in to your account at ${book} asks for a code of your authenticator app as well.`,
      },
      off: {
        subject: ({ book }: OfBook) => `Two-step sign-in is off at ${book}`,
        lead: ({ book }: OfBook) =>
          `Signing in to your account at ${book} no longer asks for a code of an authenticator app.`,
      },
      "codes-guessed": {
        subject: ({ book }: OfBook) => `Somebody is guessing codes at ${book}`,
        lead: ({ book }: OfBook) =>
          `Ten wrong codes in a row were typed for your account at ${book}. Whoever did so knows your password, reads your mail or has a device of yours. No code counts for a while; if it was not you, choose another password.`,
      },
      "recovery-code-used": {
        subject: ({ book }: OfBook) => `A recovery code was used at ${book}`,
        lead: ({ book }: OfBook) =>
          `Somebody used one of the recovery codes of your account at ${book}. Each works once; make new ones before you run out.`,
      },
      "recovery-codes-renewed": {
        subject: ({ book }: OfBook) => `New recovery codes at ${book}`,
        lead: ({ book }: OfBook) =>
          `Your account at ${book} has new recovery codes. The old ones no longer work.`,
      },
    },
  },
  signInMethodChanged: {
    ...safety,
    ...lookAfterAccount,
    changes: {
      "passkey-added": {
        subject: ({ book }: OfBook) => `A passkey was added at ${book}`,
        lead: ({ book }: OfBook) => `From now on, your account at ${book} can be opened with a new passkey.`,
      },
      "passkey-removed": {
        subject: ({ book }: OfBook) => `A passkey was removed at ${book}`,
        lead: ({ book }: OfBook) => `A passkey no longer opens your account at ${book}.`,
      },
      "provider-linked": {
        subject: ({ book }: OfBook) => `A new way to sign in at ${book}`,
        lead: ({ book }: OfBook) =>
          `From now on, your account at ${book} can be opened by signing in with another service.`,
      },
      "provider-unlinked": {
        subject: ({ book }: OfBook) => `A way to sign in was removed at ${book}`,
        lead: ({ book }: OfBook) => `Another service no longer opens your account at ${book}.`,
      },
    },
  },
  announcement: {
    why: ({ book }: OfBook) => `You receive this because news from ${book} are on in your preferences.`,
    unsubscribe: "No more of these letters",
  },
  mailTest: {
    subject: ({ book }: OfBook) => `Test letter from ${book}`,
    lead: ({ book }: OfBook) => `You can read this, so letters from ${book} arrive.`,
    why: ({ book }: OfBook) =>
      `You receive this because somebody who runs ${book} tried with this address whether letters arrive.`,
    notYou: "If you do not run this book, do nothing.",
  },
};
