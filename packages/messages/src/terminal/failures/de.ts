import type { Terminal } from "../index.ts";

export const failures = {
  settings: "Mit diesen Einstellungen startet Bookplate nicht:",
  portInUse: ({ port }) =>
    `Port ${port} ist belegt. Beenden Sie, was dort lauscht, oder wählen Sie mit PORT einen anderen.`,
  portNeedsRights: ({ port }) =>
    `Für Port ${port} fehlen diesem Benutzer die Rechte. Wählen Sie mit PORT einen über 1023.`,
  hostUnknown:
    "HOST ist keine Adresse dieses Rechners. Verwenden Sie 127.0.0.1, 0.0.0.0 oder eine, die er hat.",
  postgresRefuses: "Postgres lehnt Benutzer oder Passwort in DATABASE_URL ab.",
  databaseMissing:
    "Die Datenbank, die DATABASE_URL nennt, gibt es nicht. Legen Sie sie an und starten Sie neu.",
  databaseUnreachable: ({ reason }) => `Die Datenbank in DATABASE_URL ist nicht erreichbar: ${reason}.`,
  postgresTooOld: ({ found, least }) =>
    `Die Datenbank ist PostgreSQL ${found}; Bookplate braucht ${least} oder neuer.`,
  schemaTooNew: ({ name }) =>
    `Die Datenbank hat die Migration „${name}“, die diese Version von Bookplate nicht kennt. Starten Sie die Version, die sie angewandt hat, oder eine neuere; nichts wurde geändert.`,
  locked: ({ directory, pid }) =>
    `Die eingebettete Datenbank in ${directory} wird von Prozess ${pid} benutzt. Beenden Sie diesen Prozess, oder geben Sie diesem hier mit BOOKPLATE_DATA_DIR eine eigene Datenbank.`,
  secretMissing: ({ id }) =>
    `Gespeicherte Schlüssel brauchen das Geheimnis mit der Id „${id}“, das in BOOKPLATE_SECRET fehlt. Hängen Sie es wieder an: BOOKPLATE_SECRET=<neue Id>:<neues Geheimnis>,${id}:<altes Geheimnis>`,
  placeDatabase: ({ file }) =>
    `PLACE_DATABASE nennt ${file}; das ist nicht als Datenbank von Orten zu lesen. Geben Sie den Pfad einer .mmdb-Datei an oder lassen Sie es weg.`,
  serverEnded: "Der Server, der die Datenbank geöffnet hatte, ist beendet. Versuchen Sie es noch einmal.",
  serverEndedEarly: "Der Server wurde beendet, bevor er antwortete. Versuchen Sie es noch einmal.",
} satisfies Terminal["failures"];
