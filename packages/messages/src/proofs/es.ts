import type { ProofsWords } from "./index.ts";

/** How readers prove who they are, in Spanish, in the polite form. */
export const es = {
  submit: "Continuar",
  busy: "Comprobando…",
  cancel: "Cancelar",

  totp: {
    label: "Código de su aplicación de autenticación",
    hint: "6 cifras. Cada 30 segundos hay un código nuevo.",
    incomplete: "Escriba las 6 cifras.",
    wrong: "Ese código no es correcto o ya se ha usado. Espere al siguiente.",
  },
  recoveryCode: {
    label: "Código de recuperación",
    hint: "Uno de los códigos que guardó al activar el inicio de sesión en dos pasos. Cada uno sirve una vez.",
    wrong: "No es ninguno de sus códigos de recuperación, o ya se ha usado.",
  },
  mailCode: {
    label: "Código del correo",
    hint: "8 cifras, válido durante 10 minutos.",
    incomplete: "Escriba las 8 cifras.",
    wrong:
      "Ese código no es correcto o ha caducado. Cinco intentos fallidos lo anulan; un correo nuevo trae otro.",
  },
  password: {
    label: "Su contraseña",
    wrong: "Esa no es su contraseña.",
  },

  secondFactor: {
    title: "Un paso más",
    lead: "Su cuenta está protegida con el inicio de sesión en dos pasos. Abra su aplicación de autenticación y escriba el código que muestra.",
    recoveryTitle: "Usar un código de recuperación",
    recoveryLead:
      "Para cuando no tenga la aplicación a mano. El código se gasta; los demás siguen sirviendo.",
    trust: "Confiar en este dispositivo durante 30 días",
    trustHint:
      "Hasta entonces no pedirá ningún código. No lo marque en un dispositivo que usen otras personas.",
    useRecoveryCode: "Usar un código de recuperación",
    useTotp: "Usar la aplicación de autenticación",
    startAgain: "Empezar de nuevo",
    overTitle: "Inicie sesión de nuevo",
    over: "Ha tardado demasiado o ha habido demasiados códigos erróneos. A su cuenta no le ha pasado nada.",
  },

  stepUp: {
    title: "Confirme que es usted",
    lead: "Esto importa para la seguridad de su cuenta. Cuando lo haya confirmado, continuará donde lo dejó.",
    looking: "Un momento…",
    other: "Confirmar de otra forma:",
    ways: {
      password: "Contraseña",
      totp: "Aplicación de autenticación",
      "recovery-code": "Código de recuperación",
      passkey: "Llave de acceso",
      "mail-code": "Código por correo",
    },
    none: "Aquí no hay forma de confirmarlo. Cierre sesión, iníciela de nuevo y vuelva a intentarlo.",
    mailLead: "Enviamos un código a",
    send: "Enviarme un código",
    sending: "Enviando…",
    sent: "Un correo con un código está en camino.",
    sendAgain: "Enviar otro código",
  },
} satisfies ProofsWords;
