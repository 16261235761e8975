import type { Invite } from "./en.ts";

export const invite = {
  help: {
    invite: "invitar a alguien a crear una cuenta",
    email: "solo para esta dirección, que recibe el enlace por correo",
    role: "lo que será la cuenta; user si se omite",
    expires: "cuánto vale, como 12h o 7d; 90d como máximo",
    language: "del correo, como de",
    list: "ver quién está invitado y quién ha aceptado",
    withdraw: "retirar una invitación",
    id: "como la muestra invite list",
  },
  made: ({ moment }) => `Este enlace sirve para una cuenta, hasta ${moment}:`,
  mailed: ({ email }) => `También va de camino a ${email}.`,
  nobody: "No hay nadie invitado.",
  anybody: "quien tenga el enlace",
  until: ({ moment }) => `hasta ${moment}`,
  accepted: ({ moment }) => `aceptada ${moment}`,
  withdrawn: "La invitación ya no vale.",
  noSuchInvitation: ({ id }) => `No espera ninguna invitación «${id}».`,
  noSuchRole: ({ role }) => `No existe la función «${role}».`,
  badExpiry: ({ value }) => `«${value}» no se puede usar: debe ser como 12h o 7d, y 90d como máximo.`,
  noAddress: ({ email }) => `«${email}» no es una dirección a la que se puedan enviar correos.`,
  taken: ({ email }) => `${email} ya tiene una cuenta.`,
  closed:
    "Nadie puede crear una cuenta, con invitación o sin ella: SIGN_UP es closed. Escriba SIGN_UP=invitation.",
} satisfies Invite;
