/** The page where the terminal's link makes somebody an administrator, in English: the shape of every other language. */
export const en = {
  title: "Administer this server",
  lead: "This link makes one account the administrator of this book’s server: it may read reports, ban accounts and give roles.",
  signedOut: "First sign in, or create an account. This page waits for you with the link; leave it open.",
  signIn: "Sign in",
  register: "Create an account",
  signedInAs: "You are signed in as",
  submit: "Make me the administrator",
  busy: "One moment…",
  doneTitle: "You administer this server",
  done: "This account has the role from now on, on every device.",
  secondFactorMissing:
    "This server asks administrators for two-step sign-in. Until you turn it on, you can do here what every reader can.",
  next: "What comes next",
  secure: "Turn on two-step sign-in or add a passkey, so that a password alone opens nothing",
  check: "Let this command check the settings before readers come:",
  toBook: "Back to the book",
  deadTitle: "This link does not work any more",
  dead: "It has been used, a newer one has taken its place, or its 30 minutes are over. This command prints another one where the server runs:",
  missingTitle: "Open the link from the terminal",
  missing:
    "Whoever runs this server becomes its administrator with a link that works once. This command prints it:",
};
