import { es as forms } from "../../problems/es.ts";
import type { Admin } from "./en.ts";

export const admin = {
  help: {
    admin: "decir quién administra: la primera cuenta de administración, las funciones, los bloqueos",
    link: "mostrar un enlace que da la administración a quien lo abra: una vez, durante 30 minutos",
    create: "crear una cuenta que administra; su contraseña se pregunta o se lee de la entrada estándar",
    email: "la dirección de la cuenta",
    name: "el nombre de la cuenta; sin él, lo que hay antes de la @",
    list: "mostrar quién administra y quién modera",
    role: "dar otra función a una cuenta",
    who: "la dirección o el id de una cuenta",
    roleName: "user, moderator, admin o una función que nombren los ajustes",
    reason: "por qué; queda registrado y lo puede leer la persona afectada",
    ban: "dejar fuera una cuenta y cerrar sus sesiones",
    until: "cuándo termina el bloqueo, por ejemplo 2027-01-31 o 2027-01-31T18:00Z",
    for: "cuánto dura, por ejemplo 45m, 12h o 7d; sin final, hasta que se levante",
    unban: "dejar entrar de nuevo a una cuenta",
  },
  link: "Abra este enlace, inicie sesión o cree una cuenta y pulse el botón:",
  linkLasts: "Vale una vez, durante 30 minutos. Un enlace mostrado antes ya no vale.",
  password: "Contraseña (déjela vacía para obtener un enlace que la fija)",
  passwordAgain: "La misma otra vez",
  passwordsDiffer: "Son dos contraseñas distintas.",
  cancelled: "No se ha cambiado nada.",
  created: ({ email }) => `${email} administra este libro desde ahora.`,
  setPassword: "Quien abra este enlace elige la contraseña, una vez, en las próximas 24 horas:",
  badEmail: ({ email }) => `«${email}» no es una dirección a la que pueda llegar un correo.`,
  badName: ({ name }) => `«${name}» no es un nombre: tiene al menos un carácter y 80 como máximo.`,
  emailTaken: ({ email }) =>
    `${email} ya tiene una cuenta. Para darle la administración: npx bookplate admin role ${email} admin --reason "…"`,
  noSuchAccount: ({ who }) => `No hay ninguna cuenta «${who}».`,
  noSuchRole: ({ role, known }) => `No existe la función «${role}». Existen: ${known}.`,
  noReason: 'Diga por qué: --reason "…", 500 caracteres como máximo.',
  lastAdmin: ({ email }) =>
    `${email} es la última cuenta de administración. Nombre antes a otra persona: npx bookplate admin link`,
  roleIs: ({ email, role }) => `${email} tiene la función ${role}.`,
  banned: ({ email }) => `${email} está bloqueada. Sus sesiones han terminado.`,
  bannedUntil: ({ email, moment }) => `${email} está bloqueada hasta ${moment}. Sus sesiones han terminado.`,
  unbanned: ({ email }) => `${email} puede iniciar sesión.`,
  untilOrFor: "O --until o --for, no ambos.",
  badMoment: ({ value }) =>
    `«${value}» no es un momento por venir. Escríbalo como 2027-01-31 o 2027-01-31T18:00Z.`,
  badSpan: ({ value }) => `«${value}» no es una duración. Escríbala en minutos, horas o días: 45m, 12h, 7d.`,
  none: "Todavía no administra nadie. Un enlace que da la administración: npx bookplate admin link",
  fields: forms.fields,
  facts: {
    secondFactor: "inicio de sesión en dos pasos",
    noSecondFactor: "sin inicio de sesión en dos pasos",
    unverified: "dirección sin confirmar",
    banned: "bloqueada",
  },
} satisfies Admin;
