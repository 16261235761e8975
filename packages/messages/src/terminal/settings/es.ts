import type { Terminal } from "../index.ts";

const unhardened = "el desarrollo muestra correos y respuestas sin protección; debe quedarse en este equipo";
const guessed = "quien lo adivine puede hacerse pasar por cualquiera";
const unusable = (value: string) => `«${value}» no se puede usar`;
const notHttps = (value: string) => `«${value}» no es https`;

export const settings = {
  why: "por qué",
  write: "escriba",
  or: "o",
  misspelt: {
    what: "no es un ajuste, así que nadie lo lee",
    why: "su nombre es casi el de un ajuste",
  },
  notKnown: ({ value, choices }) => ({
    what: `«${value}» no se conoce`,
    why: `debe ser uno de estos: ${choices}`,
  }),
  notInRange: ({ value, least, most }) => ({
    what: unusable(value),
    why: `debe ser un número entero de ${least} a ${most}`,
  }),
  noDuration: ({ value }) => ({ what: unusable(value), why: "debe ser como 30s, 15m, 12h o 7d" }),
  durationNotInRange: ({ value, least, most }) => ({
    what: unusable(value),
    why: `debe ser de ${least} a ${most}`,
  }),
  noQuota: ({ value }) => ({
    what: unusable(value),
    why: "debe ser preguntas al día como 20/d, tokens como 500000t/d, ambos separados por una coma, o none",
  }),
  quotaTooLow: ({ value, least }) => ({
    what: `"${value}" es menos de lo que puede costar una respuesta`,
    why: `para cada respuesta se reservan hasta ${least} tokens, así que nunca se respondería a nada`,
  }),
  noRoleName: ({ value }) => ({
    what: `«${value}» no da nombre a una función nueva`,
    why: "una función es nombre:user o nombre:moderator; el nombre lleva minúsculas, cifras y guiones, aparece una vez y no es guest, user, moderator ni admin",
  }),
  noRoleLike: ({ value }) => ({
    what: `«${value}» no dice a qué función se parece`,
    why: "una función tiene el rango, las cuotas y la norma de segundo factor de user o moderator; quien puede todo es admin",
  }),
  noDomain: ({ value }) => ({
    what: `«${value}» no es un dominio`,
    why: "se compara con lo que va detrás de la @ de una dirección: escríbalo como example.org",
  }),
  domainsUnproven: {
    what: "nombra dominios que nadie tiene que demostrar",
    why: "con EMAIL_VERIFICATION=off cualquiera podría escribir una dirección de esos dominios",
  },
  noWebAddress: ({ value }) => ({
    what: `«${value}» no es una dirección web`,
    why: "de ella se hacen enlaces, cookies y tokens",
  }),
  noOrigin: ({ value }) => ({
    what: `«${value}» no es un origen`,
    why: "los orígenes se comparan exactamente: esquema, host y puerto, sin ruta ni barra",
  }),
  noAddressRange: ({ value }) => ({
    what: `«${value}» no es un rango de direcciones`,
    why: "debe ser como 10.0.0.0/8",
  }),
  hasPath: ({ value }) => ({
    what: `«${value}» tiene una ruta`,
    why: "es un origen: las cookies y los tokens no conocen rutas",
  }),
  notWritable: ({ value }) => ({
    what: `no se puede escribir en «${value}»`,
    why: "allí viven la base de datos incrustada y el secreto generado",
  }),
  noRedis: { what: "no es una dirección de Redis", why: "allí cuentan los límites varios servidores juntos" },
  noPostgres: {
    what: "no es una dirección de Postgres",
    why: "la base de datos es Postgres 15 o posterior",
  },
  transportNotSet: ({ value, setting }) => ({
    what: `nombra «${value}», que no tiene ajustes`,
    why: `los correos solo van por ahí con ${setting}`,
  }),
  noWebhookSecret: {
    what: "no es lo que muestra Resend",
    why: "empieza por whsec_, y quien falsifique avisos podría silenciar direcciones",
  },
  noMailServer: {
    what: "no es la dirección de un servidor de correo",
    why: "los correos salen por él",
  },
  noSender: {
    what: "falta",
    why: "los servidores de correo rechazan los correos sin un remitente de su dominio",
  },
  noBearerSecret: {
    what: "no es bastante aleatorio",
    why: "quien lo adivine puede preguntar por tokens; al menos 32 letras, cifras o - . _ ~ + /",
  },
  reachable: ({ value }) => ({ what: `«${value}» es accesible desde fuera`, why: unhardened }),
  publicAddress: ({ value }) => ({ what: `«${value}» es una dirección pública`, why: unhardened }),
  notHttps: ({ value }) => ({
    what: notHttps(value),
    why: "las cookies y los tokens viajarían a la vista",
  }),
  bookNotHttps: ({ value }) => ({
    what: notHttps(value),
    why: "los enlaces de los correos llevan tokens allí",
  }),
  otherSite: ({ value, api }) => ({
    what: `«${value}» está en otro sitio que «${api}»`,
    why: "los navegadores descartan las cookies entre sitios, y los lectores perderían la sesión en cada recarga",
  }),
  sharedHost: ({ value, suffix }) => ({
    what: `«${value}» está bajo ${suffix}, donde cada nombre es un sitio aparte`,
    why: "Safari y Brave no conservan cookies de una API que está en otro lugar: tiene que estar bajo el mismo nombre o tras un proxy en /api",
  }),
  noMail: { what: "falta", why: "nadie podría verificar una dirección" },
  limitsOff: { what: "«off» es para pruebas", why: "se podrían adivinar contraseñas sin fin" },
  /** Of a language model's settings. */
  modelIncomplete: { what: "falta", why: "un modelo de lenguaje necesita su dirección y su nombre" },
  modelNotHttps: ({ value }) => ({
    what: notHttps(value),
    why: "su clave y las preguntas de los lectores viajarían a la vista",
  }),
  modelRoute: ({ value }) => ({
    what: `"${value}" es una sola ruta del modelo`,
    why: "chat/completions se le añade",
  }),
  noModelKey: { what: "no sirve", why: "viaja en una cabecera: caracteres ASCII visibles sin espacios" },
  noPartner: ({ partner }) => ({
    what: "falta",
    why: `va junto con ${partner}: un proveedor está activo cuando ambos están puestos`,
  }),
  providerNeeds: ({ name }) => ({ what: "falta", why: `sin él nadie encuentra el camino a ${name}` }),
  notUsable: ({ value }) => ({
    what: unusable(value),
    why: "de él se hacen las direcciones del proveedor",
  }),
  noIssuer: ({ value }) => ({
    what: unusable(value),
    why: "debe ser la dirección https del proveedor, exactamente como sus documentos la nombran como issuer",
  }),
  noSecret: {
    what: "falta",
    why: "los tokens y las claves guardadas dependen de él; uno generado se perdería con este equipo",
  },
  idTwice: {
    what: "nombra dos veces un identificador",
    why: "cada identificador dice qué clave se quiere decir",
  },
  secretTooShort: ({ id, least }) => ({
    what: `el secreto «${id}» tiene menos de ${least} bytes`,
    why: guessed,
  }),
  secretIsExample: ({ id }) => ({
    what: `el secreto «${id}» es un ejemplo, no un secreto`,
    why: guessed,
  }),
  secretRepeats: ({ id }) => ({ what: `el secreto «${id}» se repite demasiado`, why: guessed }),
} satisfies Terminal["settings"];
