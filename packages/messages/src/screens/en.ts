const plural = new Intl.PluralRules("en");
const conversations = (count: number) =>
  plural.select(count) === "one" ? `${count} conversation` : `${count} conversations`;

/** English is the shape of this area: another language has the same keys or does not compile. */
export const en = {
  fields: {
    email: "Email address",
    name: "Name",
    password: "Password",
    show: "Show",
    hide: "Hide",
    showPassword: "Show password",
    passwordRule: ({ minimum }: { minimum: number }) =>
      `At least ${minimum} characters. Three or four unrelated words work well.`,
  },
  dialog: {
    close: "Close",
  },
  help: {
    question: "Trouble signing in?",
    answer:
      "Capital letters matter in a password. A letter that does not arrive may lie among the unwanted mail. For anything else, ask whoever runs this book.",
    needsScript: "Signing in needs JavaScript. Reading this book does not.",
  },
  login: {
    title: "Sign in",
    submit: "Sign in",
    busy: "Signing in…",
    forgot: "Forgot your password?",
    passkey: "Sign in with a passkey",
    passkeyBusy: "Follow what your browser asks…",
    magicLink: "Email me a sign-in link",
    noAccount: "New here?",
    register: "Create an account",
  },
  register: {
    title: "Create an account",
    lead: "Keep your chats, and find them on every device.",
    submit: "Create account",
    busy: "Creating your account…",
    haveAccount: "Already have an account?",
    login: "Sign in",
  },
  inbox: {
    title: "Check your inbox",
    sent: "If this address can be registered, a letter is on its way to",
    /** Ends the sentence after the address. */
    sentEnd: ".",
    open: "Open it and press its button, or type the code from it here.",
    code: "Code from the letter",
    codeHint: "8 digits, valid for 10 minutes.",
    codeIncomplete: "Enter all 8 digits.",
    codeWrong:
      "That code is not right or has run out. Five wrong tries use it up; a new letter brings a new one.",
    submit: "Confirm",
    busy: "Confirming…",
    nothing: "Nothing there? Look among the unwanted mail, too.",
    resend: "Send it again",
    resending: "Sending…",
    resent: "Another letter is on its way.",
    otherAddress: "Use another address",
    mailbox: "Open the local mailbox",
  },
  verify: {
    title: "Confirm your address",
    lead: "One press, and this address is yours:",
    leadNoAddress: "One press, and your address is confirmed.",
    submit: "Confirm this address",
    busy: "Confirming…",
    passwordNeeded: "This is not the browser that you registered in, so please show that it was you.",
    password: "The password you chose when you registered",
    newPassword: "A new password",
    useNewPassword: "Choose a new password instead",
    usePassword: "Use the password from the registration",
    newPasswordNote: "Your account then starts fresh, without chats from before you registered.",
    passwordWrong: "This is not the password that was chosen when this address was registered.",
    doneTitle: "Your address is confirmed",
    deadTitle: "This link does not work any more",
    dead: "It has been used, or it has run out. If you have confirmed this address before, sign in. If not, let us send another letter.",
    missingTitle: "Open the link from your letter",
    missing:
      "This page confirms an address with the link from a letter. Without a link, let us send another letter.",
    resend: "Send another letter",
    resending: "Sending…",
    resent: "If this address waits to be confirmed, a letter is on its way.",
    login: "Sign in",
  },
  account: {
    signedInAs: "Signed in as",
    signOut: "Sign out",
    signingOut: "Signing out…",
    backToBook: "Back to the book",
    already: "You are signed in",
  },
  bars: {
    signedOut: "You are signed out. What you typed is still here.",
    signIn: "Sign in",
    dismiss: "Dismiss",
    conversationsAdded: ({ count }: { count: number }) => `${conversations(count)} added.`,
  },
};
