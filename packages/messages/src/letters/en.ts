const hours = (count: number) => (count === 1 ? "1 hour" : `${count} hours`);
const minutes = (count: number) => (count === 1 ? "1 minute" : `${count} minutes`);

const codeNote = ({ minutes: count }: { minutes: number | undefined }) =>
  count === undefined
    ? "Type it on the page that asked for it. It works for a short while only."
    : `Type it on the page that asked for it. It works for ${minutes(count)}.`;

const confirm = {
  codeLabel: "Your code",
  codeNote,
  button: "Confirm this address",
  valid: ({ hours: count }: { hours: number }) =>
    `The link works once, within ${hours(count)}. It opens a page with one button; nothing changes before you press it.`,
};

/** What the letters about the safety of an account have in common. */
const safety = {
  device: ({ browser, system }: { browser: string; system: string }) => `${browser} on ${system}`,
  valid: "The link can be used at any time.",
  why: ({ book }: { book: string }) =>
    `You receive this because it concerns the safety of your account at ${book}; such letters cannot be switched off.`,
};

/**
 * English is the shape of this area: another language has the same keys or does not compile. `book` and `to` arrive
 * ready to be put into a sentence of any direction.
 */
export const en = {
  language: "en",
  direction: "ltr" as "ltr" | "rtl",
  greeting: ({ name }: { name: string }) => `Hello ${name},`,
  greetingWithoutName: "Hello,",
  linkInText: "Or open this link:",
  onlyLinkInText: "Open this link:",
  linkBelowButton: "If the button does not work, copy this address into your browser:",
  sentTo: ({ to, book }: { to: string; book: string }) => `This letter was sent to ${to} by ${book}.`,

  verifyRegistration: {
    ...confirm,
    subject: ({ book }: { book: string }) => `Confirm your address for ${book}`,
    lead: ({ to, book }: { to: string; book: string }) =>
      `Confirm that ${to} is your address, and your account at ${book} is ready.`,
    why: ({ book }: { book: string }) =>
      `You receive this because somebody registered at ${book} with this address.`,
    notYou:
      "If it was not you, do nothing: without the code or the link there will be no account. Give them to nobody.",
  },
  verifyUser: {
    ...confirm,
    subject: ({ book }: { book: string }) => `Confirm the address of your account at ${book}`,
    lead: ({ to, book }: { to: string; book: string }) =>
      `Confirm that ${to} still belongs to you, and to your account at ${book}.`,
    why: ({ book }: { book: string }) =>
      `You receive this because an account at ${book} has this address, and the address was never confirmed.`,
    notYou:
      "If the account is not yours, do nothing: the address stays unconfirmed. Give code and link to nobody.",
  },
  alreadyRegistered: {
    subject: ({ book }: { book: string }) => `You already have an account at ${book}`,
    lead: ({ to, book }: { to: string; book: string }) =>
      `Somebody tried to register at ${book} with ${to}, which already has an account there. If it was you, just sign in.`,
    button: "Sign in",
    valid: "This letter carries no code, and its link can be used at any time.",
    why: "You receive this because the account with this address is yours. Whoever tried was not told that it exists.",
    notYou: "If it was not you, do nothing: nothing changed, and your password is still the same.",
  },
  sessionStolen: {
    ...safety,
    subject: ({ book }: { book: string }) => `We signed out one of your devices at ${book}`,
    lead: ({ device, at, book }: { device: string; at: string; book: string }) =>
      `On ${at} somebody used an outdated sign-in of ${device} at ${book}. That can mean that the sign-in was copied, so we ended it. Your other devices stay signed in.`,
    unknownDevice: "one of your devices",
    button: "Sign in again",
    notYou:
      "If you restored a backup or copied a browser profile, signing in again is enough. If not, or if this happens again, tell whoever runs this book.",
  },
  newDevice: {
    ...safety,
    subject: ({ book }: { book: string }) => `New device signed in to your account at ${book}`,
    lead: ({
      device,
      at,
      place,
      book,
    }: {
      device: string;
      at: string;
      place: string | undefined;
      book: string;
    }) =>
      [
        `On ${at} somebody signed in to your account at ${book} on a device that was new to it: ${device}.`,
        place === undefined ? "" : `Going by its network address, it was in or near ${place}.`,
      ]
        .join(" ")
        .trim(),
    unknownDevice: "one that we do not recognise",
    button: "Look at your devices",
    notYou:
      "If it was you, do nothing. If not, somebody knows your password: sign that device out on the page behind the button, and tell whoever runs this book.",
  },
};
