/** What `bookplate import-users` prints. */
export const users = {
  help: {
    importUsers: "take over the accounts of another system, with their passwords",
    file: "JSON Lines, JSON or CSV, one account per record",
    dryRun: "read everything and say what would happen; change nothing",
    format: "what the file comes from: auto, passlib, django, auth0, firebase",
    firebaseParameters: "a file with the password hash parameters of the Firebase project",
  },
  noSuchFormat: ({ format, known }: { format: string; known: string }) =>
    `There is no format "${format}". These exist: ${known}.`,
  unreadableFile: ({ file }: { file: string }) => `${file} cannot be read.`,
  badFirebaseParameters: ({ file }: { file: string }) =>
    `${file} does not hold what Firebase shows as password hash parameters: base64_signer_key, base64_salt_separator, rounds and mem_cost.`,
  counted: ({
    imported,
    alreadyThere,
    refused,
  }: {
    imported: number;
    alreadyThere: number;
    refused: number;
  }) => `Imported: ${imported}. Already there: ${alreadyThere}. Refused: ${refused}.`,
  wouldBeCounted: ({
    imported,
    alreadyThere,
    refused,
  }: {
    imported: number;
    alreadyThere: number;
    refused: number;
  }) =>
    `Nothing was changed. Would be imported: ${imported}. Already there: ${alreadyThere}. Refused: ${refused}.`,
  withoutPassword: ({ count }: { count: number }) =>
    `Without a password: ${count}. Their owners choose one under "Forgot your password?".`,
  unverified: ({ count }: { count: number }) =>
    `With an address that the file does not call verified: ${count}. Their owners get a letter when they sign in.`,
  refusedLine: ({ line, reason }: { line: number; reason: string }) => `  line ${line}: ${reason}`,
  moreRefused: ({ count }: { count: number }) => `  and ${count} more`,
  reasons: {
    "not-json": "is no JSON object",
    "not-csv": "does not fit the columns",
    "email-missing": "has no address",
    "email-invalid": "has an address that no letter can reach",
    "hash-unknown": "has a password hash in no format that is known",
    "hash-too-costly": "has a password hash that takes too much time or memory to check",
    "firebase-parameters-missing": "needs --firebase-parameters",
    blocked: "is blocked where it comes from",
  },
};

export type Users = typeof users;
