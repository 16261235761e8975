import { counting } from "../../counting.ts";
import type { Terminal } from "../index.ts";

const counted = counting("es");
const seconds = new Intl.NumberFormat("es", { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const migrations = (count: number) =>
  counted(count, { one: "# migración aplicada", other: "# migraciones aplicadas" });

export const screen = {
  database: "Datos",
  secret: "Secreto",
  mail: "Correo",
  answers: "Respuestas",
  book: "Libro",
  mailbox: "Buzón",
  api: "Rutas",
  upToDate: "esquema al día",
  migrated: ({ count }) => migrations(count),
  newFromImage: "nueva, de imagen lista",
  newMigrated: ({ count }) => counted(count, { one: "nueva, # migración", other: "nueva, # migraciones" }),
  secretReplaced: "se ha generado un secreto nuevo",
  secretGenerated: ({ file }) => `generado en ${file} (ignorado por git)`,
  mailCaught: "se queda aquí, nada sale de este equipo",
  mailSent: ({ from }) => `se envía por SMTP como ${from}`,
  noBook: "todavía no se ha encontrado ningún libro: constrúyalo o indique BOOK_DIR",
  answersFromExtracts: ({ count }) =>
    counted(count, {
      one: "extracts: cita el libro (# pasaje), no necesita clave",
      other: "extracts: cita el libro (# pasajes), no necesita clave",
    }),
  bookHint: "pregunte algo en el panel",
  portMoved: ({ port }) => `el puerto ${port} está ocupado`,
  mailboxHint: "todos los correos enviados",
  apiHint: "todas las rutas, con ejemplos",
  claim: "Nadie administra todavía. Hágase cargo del servidor (30 min, una vez):",
  claimAgain: "mostrarlo de nuevo: npx bookplate admin link",
  noAdministrator: "Nadie administra todavía: npx bookplate admin link muestra un enlace.",
  ready: ({ count }) => `Listo en ${seconds.format(count)} s. Ctrl+C detiene; los datos se conservan.`,
} satisfies Terminal["screen"];
