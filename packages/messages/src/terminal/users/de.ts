import type { Users } from "./en.ts";

export const users = {
  help: {
    importUsers: "die Konten eines anderen Systems mit ihren Passwörtern übernehmen",
    file: "JSON Lines, JSON oder CSV, ein Konto je Datensatz",
    dryRun: "alles lesen und sagen, was geschähe; nichts ändern",
    format: "woher die Datei kommt: auto, passlib, django, auth0, firebase",
    firebaseParameters: "eine Datei mit den Passwort-Hash-Parametern des Firebase-Projekts",
  },
  noSuchFormat: ({ format, known }) => `Das Format „${format}“ gibt es nicht. Es gibt: ${known}.`,
  unreadableFile: ({ file }) => `${file} ist nicht lesbar.`,
  badFirebaseParameters: ({ file }) =>
    `${file} enthält nicht, was Firebase als Passwort-Hash-Parameter zeigt: base64_signer_key, base64_salt_separator, rounds und mem_cost.`,
  counted: ({ imported, alreadyThere, refused }) =>
    `Übernommen: ${imported}. Schon vorhanden: ${alreadyThere}. Abgelehnt: ${refused}.`,
  wouldBeCounted: ({ imported, alreadyThere, refused }) =>
    `Nichts wurde geändert. Übernommen würden: ${imported}. Schon vorhanden: ${alreadyThere}. Abgelehnt: ${refused}.`,
  withoutPassword: ({ count }) =>
    `Ohne Passwort: ${count}. Wem das Konto gehört, wählt eines unter „Passwort vergessen?“.`,
  unverified: ({ count }) =>
    `Mit einer Adresse, die die Datei nicht als bestätigt nennt: ${count}. Wem das Konto gehört, bekommt beim Anmelden einen Brief.`,
  refusedLine: ({ line, reason }) => `  Zeile ${line}: ${reason}`,
  moreRefused: ({ count }) => `  und ${count} weitere`,
  reasons: {
    "not-json": "ist kein JSON-Objekt",
    "not-csv": "passt nicht zu den Spalten",
    "email-missing": "hat keine Adresse",
    "email-invalid": "hat eine Adresse, die kein Brief erreicht",
    "hash-unknown": "hat einen Passwort-Hash in keinem bekannten Format",
    "hash-too-costly": "hat einen Passwort-Hash, dessen Prüfung zu viel Zeit oder Speicher braucht",
    "firebase-parameters-missing": "braucht --firebase-parameters",
    blocked: "ist dort, woher es kommt, gesperrt",
  },
} satisfies Users;
