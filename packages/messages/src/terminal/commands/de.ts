import type { Terminal } from "../index.ts";

export const commands = {
  applied: "angewandt",
  pending: "ausstehend",
  takenBack: "zurückgenommen",
  upToDate: "Das Schema ist aktuell.",
  nothingToTakeBack: "Es gibt nichts zurückzunehmen.",
  serverHasDatabase:
    "Auf der eingebetteten Datenbank läuft ein Server. Beenden Sie ihn zuerst: ein Schema darf sich nicht unter ihm ändern.",
  unknownMigration: ({ wanted, known }) => `Es gibt keine Migration „${wanted}“. Es gibt: ${known}.`,
  notApplied: ({ name }) =>
    `„${name}“ ist nicht angewandt, also lässt sich nichts bis dorthin zurücknehmen. Verwenden Sie migrate up.`,
  appliedAlready: ({ name }) => `„${name}“ ist schon angewandt, mit späteren. Verwenden Sie migrate down.`,
  downInProduction:
    "Eine Migration zurückzunehmen löscht die Daten, die sie enthält. Dies ist der Produktivbetrieb: sichern Sie die Daten und ergänzen Sie dann --yes.",
  badMigrationName: ({ name }) =>
    `„${name}“ ist kein Name für eine Migration. Verwenden Sie kleine Buchstaben, Ziffern und Bindestriche: add-bookmarks.`,
  noSources:
    "Migrationen werden in einem Arbeitsverzeichnis von Bookplate geschrieben; hier liegt kein Quelltext dafür.",
  written: ({ file }) => `geschrieben  ${file}`,
  noBuiltBook: ({ directory }) =>
    `In ${directory} liegt kein gebautes Buch: build/bookplate-pages.json fehlt. Bauen Sie das Buch zuerst mit dem Theme von Bookplate.`,
  indexed: ({ pages, passages }) => `Jetzt zu finden: ${passages} Stellen auf ${pages} Seiten.`,
  indexOfAnotherBook: ({ directory }) =>
    `Beim nächsten Start nimmt der Server wieder sein eigenes Buch auf. Damit dieses bleibt, schreiben Sie  BOOK_DIR=${directory}`,
  resetAsks: ({ directory }) =>
    `Die eingebettete Datenbank und die abgefangenen Briefe in ${directory} löschen?`,
  resetNeedsYes: ({ directory }) =>
    `Das löscht die eingebettete Datenbank und die abgefangenen Briefe in ${directory}. Ergänzen Sie --yes, um es zu tun.`,
  resetIsNotForPostgres:
    "DATABASE_URL nennt ein Postgres, und reset löscht nur die eingebettete Datenbank. Nichts wurde gelöscht.",
  resetCancelled: "Nichts wurde gelöscht.",
  resetDone: ({ directory }) => `Gelöscht. Der nächste Start legt eine neue Datenbank in ${directory} an.`,
} satisfies Terminal["commands"];
