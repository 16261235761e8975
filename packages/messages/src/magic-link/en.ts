/** Signing in by letter, in English: the shape of every other language. */
export const en = {
  ask: {
    title: "Sign in with a letter",
    lead: "Tell us your address, and we send you a link that signs you in. No password needed.",
    submit: "Send me a link",
    busy: "Sending…",
    back: "Back to sign in",
  },
  inbox: {
    title: "Check your inbox",
    sent: "If there is an account with this address, a letter is on its way to",
    /** Ends the sentence after the address. */
    sentEnd: ".",
    open: "Open it and press its button. Or, if you read it on another device, type its code here.",
    submit: "Sign in",
    busy: "Signing in…",
    nothing: "Nothing there? Look among the unwanted mail, too.",
    resend: "Send it again",
    resending: "Sending…",
    resent: "Another letter is on its way. Here, only its code counts from now on.",
    otherAddress: "Use another address",
  },
  /** The page where the link leads. */
  link: {
    title: "Sign in",
    lead: "One press, and you are signed in on this device as",
    leadNoAddress: "One press, and you are signed in on this device.",
    notYou: "If you did not ask for this letter, close this page. Then nothing happens.",
    submit: "Sign in here",
    busy: "Signing in…",
    doneTitle: "You are signed in",
    done: "This device stays signed in until you sign out.",
    toBook: "Back to the book",
    deadTitle: "This link does not work any more",
    dead: "It has been used, or it has run out. A new letter brings a new link.",
    missingTitle: "Open the link from your letter",
    missing: "This page signs you in with the link from a letter.",
    signIn: "Sign in",
  },
};
