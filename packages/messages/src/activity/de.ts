import type { Activity } from "./index.ts";

/** What happened around an account's safety, in German. */
export const de = {
  device: ({ browser, system }) => `${browser} auf ${system}`,
  unknownDevice: "Unbekanntes Gerät",
  kinds: {
    "account-verified": "Adresse bestätigt",
    "device-signed-out": "Gerät abgemeldet",
    "guest-merged": "Gespräche eines Gasts ins Konto übernommen",
    "guest-promoted": "Aus dem Gast wurde ein Konto",
    "other-devices-signed-out": "Alle anderen Geräte abgemeldet",
    "passkey-added": "Passkey hinzugefügt",
    "passkey-removed": "Passkey entfernt",
    "refresh-fast-forward": "Sitzung nach einem Ausfall der Datenbank fortgesetzt",
    "refresh-recovered": "Sitzung nach einer verlorenen Antwort fortgesetzt",
    "refresh-reused": "Kopierte Anmeldung erkannt, Gerät abgemeldet",
    "signed-in": "Angemeldet",
    "signed-out": "Abgemeldet",
    "stepped-up": "Identität erneut bestätigt",
  },
  signedInOnNewDevice: "Auf einem neuen Gerät angemeldet",
} satisfies Activity;
