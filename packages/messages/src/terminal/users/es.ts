import type { Users } from "./en.ts";

export const users = {
  help: {
    importUsers: "traer las cuentas de otro sistema, con sus contraseñas",
    file: "JSON Lines, JSON o CSV, una cuenta por registro",
    dryRun: "leerlo todo y decir qué ocurriría; no cambiar nada",
    format: "de dónde viene el archivo: auto, passlib, django, auth0, firebase",
    firebaseParameters: "un archivo con los parámetros de hash de contraseñas del proyecto de Firebase",
  },
  noSuchFormat: ({ format, known }) => `No existe el formato «${format}». Existen: ${known}.`,
  unreadableFile: ({ file }) => `No se puede leer ${file}.`,
  badFirebaseParameters: ({ file }) =>
    `${file} no contiene lo que Firebase muestra como parámetros de hash de contraseñas: base64_signer_key, base64_salt_separator, rounds y mem_cost.`,
  counted: ({ imported, alreadyThere, refused }) =>
    `Importadas: ${imported}. Ya existentes: ${alreadyThere}. Rechazadas: ${refused}.`,
  wouldBeCounted: ({ imported, alreadyThere, refused }) =>
    `No se ha cambiado nada. Se importarían: ${imported}. Ya existentes: ${alreadyThere}. Rechazadas: ${refused}.`,
  withoutPassword: ({ count }) =>
    `Sin contraseña: ${count}. Sus dueños eligen una en «¿Ha olvidado su contraseña?».`,
  unverified: ({ count }) =>
    `Con una dirección que el archivo no da por verificada: ${count}. Sus dueños reciben un correo al iniciar sesión.`,
  refusedLine: ({ line, reason }) => `  línea ${line}: ${reason}`,
  moreRefused: ({ count }) => `  y ${count} más`,
  reasons: {
    "not-json": "no es un objeto JSON",
    "not-csv": "no encaja en las columnas",
    "email-missing": "no tiene dirección",
    "email-invalid": "tiene una dirección a la que no puede llegar ningún correo",
    "hash-unknown": "tiene un hash de contraseña en un formato desconocido",
    "hash-too-costly": "tiene un hash de contraseña que exige demasiado tiempo o memoria",
    "firebase-parameters-missing": "necesita --firebase-parameters",
    blocked: "está bloqueada en su lugar de origen",
  },
} satisfies Users;
