import { counting } from "../../counting.ts";
import type { Terminal } from "../index.ts";

const counted = counting("es");

export const doctor = {
  status: { ok: "bien", warn: "revisar", fail: "mal" },
  groups: {
    settings: "ajustes",
    secret: "secreto",
    site: "sitio",
    lock: "bloqueo",
    database: "base de datos",
    mail: "correo",
    book: "libro",
    answers: "respuestas",
  },
  fine: "No hay nada que arreglar.",
  counts: ({ fail, warn }) => `Por arreglar: ${fail}. Por revisar: ${warn}.`,
  settingsFine: "todos los ajustes se pueden usar",
  secretFileOpen: ({ file }) => `otros usuarios pueden leer ${file}`,
  secretFileWhy: "quien lo lea puede hacerse pasar por cualquiera",
  secretFine: "está y es bastante largo",
  production: "producción",
  development: "desarrollo: solo para este equipo",
  oneSite: ({ url }) => `el libro y la API están en un mismo sitio (${url})`,
  originElsewhere: ({ origin }) => `el origen permitido ${origin} está en otro sitio que la API`,
  originElsewhereWhy:
    "sus páginas no pueden conservar una sesión en una cookie; necesitan tokens en el cuerpo",
  answers: ({ url }) => `${url} responde`,
  doesNotAnswer: ({ url }) => `${url} no responde desde aquí`,
  doesNotAnswerWhy:
    "o no hay ningún servidor en marcha, o el nombre, el certificado o el proxy aún no están listos",
  notRunning: "no hay ningún servidor en marcha sobre este directorio de datos",
  running: "hay un servidor en marcha; se le ha preguntado por su socket",
  migrationsPending: ({ count }) =>
    counted(count, { one: "# migración sin aplicar", other: "# migraciones sin aplicar" }),
  migrationsPendingWhy: "el próximo arranque las aplica",
  migrationsFine: ({ count }) => `todas las migraciones están aplicadas (${count})`,
  databaseWhy: "contiene las sesiones, las conversaciones y los pasajes del libro",
  mailbox: "los correos se quedan en este equipo y se muestran en /dev/mail",
  smtpFine: ({ host }) => `${host} acepta nuestro usuario`,
  smtpFails: ({ host, reason }) => `${host} se niega: ${reason}`,
  smtpFailsWhy: "nadie podría verificar una dirección",
  resendSendsOnly: ({ host }) =>
    `${host} acepta nuestra clave, que solo puede enviar; mail test DIRECCIÓN muestra el resto`,
  resendFine: ({ host, domain }) => `${host} acepta nuestra clave y los correos de ${domain}`,
  senderNotVerified: ({ host, domain }) => `${host} no ha verificado ${domain}, el dominio de MAIL_FROM`,
  senderNotVerifiedWhy: "los correos de él se rechazan; verifíquelo allí o escriba desde otro dominio",
  extracts: "extracts cita el libro; no hay ningún modelo de lenguaje",
  modelFine: ({ host, model }) => `${host} responde con ${model}`,
  modelFails: ({ host, model, reason }) => `${model} en ${host}: ${reason}`,
  modelFailsWhy: "los lectores reciben citas del libro en lugar de sus respuestas",
  modelFailures: {
    keyRefused: "la clave es rechazada",
    modelUnknown: "no existe tal modelo, o no para esta clave",
    tooManyRequests: "demasiadas solicitudes, o no queda crédito",
    unreachable: "nadie responde en esta dirección",
    serverFault: ({ status }) => `un fallo suyo (HTTP ${status})`,
    requestRefused: ({ status }) => `la solicitud es rechazada (HTTP ${status})`,
    notTheProtocol: "lo que dice no es el protocolo de OpenAI",
    brokeOff: "se corta a mitad",
    silent: "no dice nada",
    empty: "sus respuestas están vacías",
  },
  noBook: ({ directory }) => `no hay ningún libro construido en ${directory}`,
  noBookWhy: "los lectores no ven ninguna página y el chat no tiene nada que citar",
  noPages: "el libro se construyó sin su lista de páginas",
  noPagesWhy: "falta el tema de Bookplate en su configuración, así que no tiene inicio de sesión ni chat",
  localhostInBook: "el libro construido nombra localhost como su servidor",
  localhostInBookWhy: "los navegadores de los lectores buscarían el servidor en sus propios equipos",
  bookFine: ({ count }) =>
    counted(count, { one: "construido, con # página", other: "construido, con # páginas" }),
} satisfies Terminal["doctor"];
