import type { Terminal } from "../index.ts";

export const commands = {
  applied: "aplicada",
  pending: "pendiente",
  takenBack: "deshecha",
  upToDate: "El esquema está al día.",
  nothingToTakeBack: "No hay nada que deshacer.",
  serverHasDatabase:
    "Hay un servidor en marcha sobre la base de datos incrustada. Deténgalo antes: un esquema no debe cambiar mientras se usa.",
  unknownMigration: ({ wanted, known }) => `No hay ninguna migración «${wanted}». Existen: ${known}.`,
  notApplied: ({ name }) =>
    `«${name}» no está aplicada, así que no se puede deshacer nada hasta ella. Use migrate up.`,
  appliedAlready: ({ name }) => `«${name}» ya está aplicada, con otras posteriores. Use migrate down.`,
  downInProduction:
    "Deshacer una migración elimina los datos que contiene. Esto es producción: haga una copia de seguridad y después añada --yes.",
  badMigrationName: ({ name }) =>
    `«${name}» no es un nombre de migración. Use letras minúsculas, cifras y guiones: add-bookmarks.`,
  noSources:
    "Las migraciones se escriben en una copia de trabajo de Bookplate; aquí no hay código fuente donde escribirlas.",
  written: ({ file }) => `escrito  ${file}`,
  noBuiltBook: ({ directory }) =>
    `No hay ningún libro construido en ${directory}: falta build/bookplate-pages.json. Construya antes el libro con el tema de Bookplate.`,
  indexed: ({ pages, passages }) => `Ya se pueden encontrar: ${passages} pasajes de ${pages} páginas.`,
  indexOfAnotherBook: ({ directory }) =>
    `En el próximo arranque, el servidor vuelve a indexar su propio libro. Para conservar este, escriba  BOOK_DIR=${directory}`,
  resetAsks: ({ directory }) =>
    `¿Eliminar la base de datos incrustada y los correos retenidos en ${directory}?`,
  resetNeedsYes: ({ directory }) =>
    `Esto elimina la base de datos incrustada y los correos retenidos en ${directory}. Añada --yes para hacerlo.`,
  resetIsNotForPostgres:
    "DATABASE_URL nombra un Postgres, y reset solo elimina la base de datos incrustada. No se ha eliminado nada.",
  resetCancelled: "No se ha eliminado nada.",
  resetDone: ({ directory }) =>
    `Eliminado. El próximo arranque crea una base de datos nueva en ${directory}.`,
} satisfies Terminal["commands"];
