/** The parts of the account page about its safety and its data, in English: the shape of every other language. */
export const en = {
  /** Shown where the reader's role asks for a second step that is not set up yet. */
  required:
    "Your role in this book asks for two-step sign-in. Until you turn it on, you can do here what every reader can.",

  password: {
    title: "Password",
    set: "You sign in with a password.",
    unset: "Your account has no password. With one, you can sign in anywhere by your address.",
    change: "Change password",
    add: "Set a password",
    current: "Current password",
    currentWrong: "That is not your password.",
    next: "New password",
    note: "Every other device is signed out. This one stays.",
    changed: "Your password is changed, and every other device is signed out.",
    added: "Your password is set, and every other device is signed out.",
    forgotten: "Forgot it?",
  },
  secondFactor: {
    title: "Two-step sign-in",
    off: "Off. Turn it on, and signing in takes a code from an app on your phone besides your password.",
    on: "On. Signing in takes a code from your authenticator app.",
    turnOn: "Turn on",
    turnOff: "Turn off",
    turnOffQuestion:
      "Turn two-step sign-in off? From then on the password alone signs in, and your recovery codes are void.",
    turnedOff: "Two-step sign-in is off.",
    turnedOn: "Two-step sign-in is on.",
    codesLeft: ({ count }: { count: number }) =>
      count === 1 ? "1 recovery code left." : `${count} recovery codes left.`,
    codesLow: "Get new ones before you run out.",
    newCodes: "New recovery codes",
    newCodesQuestion: "Make ten new recovery codes? The old ones stop working.",
  },
  setUp: {
    title: "Set up two-step sign-in",
    scan: "1. Scan this picture with an authenticator app, such as the one in your password manager.",
    picture: "QR code for your authenticator app",
    open: "Open in an app on this device",
    typed: "Or type this key into the app:",
    copyKey: "Copy the key",
    prove: "2. Type the code that the app shows now.",
    submit: "Turn on",
    busy: "Checking…",
  },
  codes: {
    title: "Your recovery codes",
    lead: "Each of them signs you in once when the app is out of reach. They are shown only now: keep them where you find them without your phone.",
    copy: "Copy",
    copied: "Copied.",
    download: "Download",
    print: "Print",
    kept: "I have kept these codes",
    keepFirst: "Keep the codes first, then tick this.",
    done: "Done",
    /** Stands above the codes in the file and on paper. */
    heading: ({ site, email }: { site: string; email: string }) => `Recovery codes for ${email} at ${site}`,
  },
  trusted: {
    title: "Trusted devices",
    lead: "They are asked for no code until their 30 days are over.",
    until: ({ time }: { time: string }) => `Until ${time}`,
    forget: "Stop trusting",
    forgetNamed: ({ device }: { device: string }) => `Stop trusting ${device}`,
    forgotten: "That device is not trusted any more.",
    empty: "No device is trusted.",
  },
  activity: {
    title: "Activity",
    lead: "What happened to your account, newest first. If something here was not you, sign that device out under Devices, and change your password.",
  },
  email: {
    change: "Change address",
    title: "Change your address",
    lead: "We send a letter to the new address. Nothing changes before you open it and confirm.",
    next: "New address",
    submit: "Send the letter",
    busy: "Sending…",
    waiting: "Waiting for you to confirm. A letter is on its way to the new address:",
    same: "That is your address already.",
  },
  data: {
    title: "Data",
    lead: "What this book holds about you, and how to take it along or away.",
    exportTitle: "Take your data along",
    exportLead:
      "One file with everything that this book holds about you: your profile, chats, bookmarks, devices and activity. It is JSON, which other programs read.",
    export: "Download my data",
    exporting: "Collecting…",
    exported: "Your data are in your downloads.",
    deleteTitle: "Delete your account",
    deleteLead: "This happens at once, and nobody can undo it:",
    deleteConsequences: [
      "Your profile, your preferences and your ways to sign in are deleted.",
      "Your chats with their answers and your bookmarks are deleted, also those that you brought along as a guest.",
      "Every device is signed out.",
      "A last letter tells you that it has happened. Then your address is free again.",
    ],
    delete: "Delete my account",
    deleteQuestion: "Delete your account and everything in it for good?",
    deleteForGood: "Delete for good",
    farewellTitle: "Your account is deleted",
    farewell:
      "Your chats and your data are gone from this book. You can go on reading, and you are welcome back any time.",
  },
  /** The same for whoever has no account, where it differs. */
  guestData: {
    exportLead:
      "One file with everything that this book holds about you: your chats, bookmarks and preferences. It is JSON, which other programs read.",
    deleteTitle: "Delete everything of yours",
    deleteConsequences: [
      "Your chats and their answers, your bookmarks and your preferences are deleted.",
      "This browser forgets that it asked.",
    ],
    delete: "Delete everything",
    deleteQuestion: "Delete your chats, your bookmarks and your preferences for good?",
    farewellTitle: "Everything of yours is deleted",
  },
};
