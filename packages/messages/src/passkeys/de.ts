import type { PasskeysWords } from "./index.ts";

/** Passkeys, in German. */
export const de = {
  title: "Ihre Passkeys",
  lead: "Melden Sie sich mit Finger, Gesicht oder der PIN eines Geräts an, ohne Passwort. Ein Passkey gilt nur auf der Website dieses Buchs; niemand kann ihn Ihnen entlocken.",
  unsupported: "Dieser Browser kann keine Passkeys verwenden.",
  empty: "Sie haben noch keinen.",
  unnamed: "Ein Passkey",
  keptBy: ({ provider }) => `Aufbewahrt in ${provider}`,
  synced: "Auf mehreren Geräten",
  added: ({ time }) => `Hinzugefügt: ${time}`,
  lastUsed: ({ ago }) => `Zuletzt verwendet: ${ago}`,
  neverUsed: "Noch nicht verwendet",
  add: "Passkey hinzufügen",
  adding: "Folgen Sie den Fragen des Browsers…",
  addedNow: "Der Passkey ist hinzugefügt. Von jetzt an können Sie sich damit anmelden.",
  present: "Auf diesem Gerät gibt es schon einen Passkey von Ihnen.",
  rename: "Umbenennen",
  renameNamed: ({ name }) => `„${name}“ umbenennen`,
  newName: "Bezeichnung",
  renamed: "Umbenannt.",
  remove: "Entfernen",
  removeNamed: ({ name }) => `„${name}“ entfernen`,
  removeQuestion:
    "Diesen Passkey entfernen? Er öffnet dann nichts mehr. Löschen Sie ihn gern auch von Ihrem Gerät.",
  removed: "Der Passkey ist entfernt.",
  only: "Das ist Ihre einzige Möglichkeit, sich anzumelden. Legen Sie zuerst ein Passwort fest, oder fügen Sie einen weiteren Passkey hinzu.",

  proof: {
    lead: "Bestätigen Sie mit Finger, Gesicht oder der PIN Ihres Geräts.",
    submit: "Passkey verwenden",
    busy: "Folgen Sie den Fragen des Browsers…",
    givenUp: "Das wurde nicht abgeschlossen. Versuchen Sie es noch einmal, oder bestätigen Sie anders.",
  },

  offer: {
    text: "Nächstes Mal ohne Passwort? Fügen Sie einen Passkey hinzu.",
    add: "Passkey hinzufügen",
  },
} satisfies PasskeysWords;
