/** How readers prove who they are, at sign-in and before sensitive acts, in English: the shape of every other language. */
export const en = {
  submit: "Continue",
  busy: "Checking…",
  cancel: "Cancel",

  totp: {
    label: "Code from your authenticator app",
    hint: "6 digits. A new code comes every 30 seconds.",
    incomplete: "Enter all 6 digits.",
    wrong: "That code is not right, or it has been used. Wait for the next one.",
  },
  recoveryCode: {
    label: "Recovery code",
    hint: "One of the codes that you kept when you turned two-step sign-in on. Each works once.",
    wrong: "That is none of your recovery codes, or it has been used.",
  },
  mailCode: {
    label: "Code from the letter",
    hint: "8 digits, valid for 10 minutes.",
    incomplete: "Enter all 8 digits.",
    wrong:
      "That code is not right or has run out. Five wrong tries use it up; a new letter brings a new one.",
  },
  password: {
    label: "Your password",
    wrong: "That is not your password.",
  },

  /** The second step of signing in. */
  secondFactor: {
    title: "One more step",
    lead: "Your account is protected by two-step sign-in. Open your authenticator app and type the code that it shows.",
    recoveryTitle: "Use a recovery code",
    recoveryLead: "For when the app is out of reach. The code is used up; the others stay good.",
    trust: "Trust this device for 30 days",
    trustHint: "Until then it asks for no code. Leave this empty on a device that others use.",
    useRecoveryCode: "Use a recovery code instead",
    useTotp: "Use the authenticator app instead",
    startAgain: "Start again",
    overTitle: "Please sign in again",
    over: "That took too long, or there were too many wrong codes. Nothing has happened to your account.",
  },

  /** Before a sensitive act. */
  stepUp: {
    title: "Confirm that it is you",
    lead: "This matters for the safety of your account. Once you have confirmed, it goes on where you left off.",
    looking: "One moment…",
    other: "Confirm in another way:",
    ways: {
      password: "Password",
      totp: "Authenticator app",
      "recovery-code": "Recovery code",
      passkey: "Passkey",
      "mail-code": "Code by mail",
    },
    none: "There is no way to confirm here. Sign out and sign in again, then try once more.",
    mailLead: "We send a code to",
    send: "Send me a code",
    sending: "Sending…",
    sent: "A letter with a code is on its way.",
    sendAgain: "Send another code",
  },
};
