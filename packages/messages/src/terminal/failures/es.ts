import type { Terminal } from "../index.ts";

export const failures = {
  settings: "Bookplate no arranca con estos ajustes:",
  portInUse: ({ port }) =>
    `El puerto ${port} está en uso. Detenga lo que escucha en él o elija otro con PORT.`,
  portNeedsRights: ({ port }) =>
    `Este usuario no tiene permisos para el puerto ${port}. Elija con PORT uno por encima de 1023.`,
  hostUnknown: "HOST no es una dirección de este equipo. Use 127.0.0.1, 0.0.0.0 o una que tenga.",
  postgresRefuses: "Postgres rechaza el usuario o la contraseña de DATABASE_URL.",
  databaseMissing: "La base de datos de DATABASE_URL no existe. Créela y arranque de nuevo.",
  databaseUnreachable: ({ reason }) => `No se puede acceder a la base de datos de DATABASE_URL: ${reason}.`,
  postgresTooOld: ({ found, least }) =>
    `La base de datos es PostgreSQL ${found}; Bookplate necesita ${least} o posterior.`,
  schemaTooNew: ({ name }) =>
    `La base de datos tiene la migración «${name}», que esta versión de Bookplate no conoce. Arranque la versión que la migró o una posterior; no se ha cambiado nada.`,
  locked: ({ directory, pid }) =>
    `El proceso ${pid} está usando la base de datos incrustada de ${directory}. Detenga ese proceso o dé a este una base de datos propia con BOOKPLATE_DATA_DIR.`,
  secretMissing: ({ id }) =>
    `Las claves guardadas necesitan el secreto con el identificador «${id}», que no está en BOOKPLATE_SECRET. Añádalo de nuevo al final de la lista: BOOKPLATE_SECRET=<identificador nuevo>:<secreto nuevo>,${id}:<secreto antiguo>`,
  placeDatabase: ({ file }) =>
    `PLACE_DATABASE nombra ${file}, que no se puede leer como base de datos de lugares. Indique la ruta de un archivo .mmdb u omítalo.`,
  serverEnded: "El servidor que tenía abierta la base de datos ha terminado. Inténtelo de nuevo.",
  serverEndedEarly: "El servidor terminó antes de responder. Inténtelo de nuevo.",
} satisfies Terminal["failures"];
