import { counting } from "../counting.ts";
import type { Screens } from "./index.ts";

const counted = counting("es");

/** Spanish, in the polite form. */
export const es = {
  fields: {
    email: "Dirección de correo electrónico",
    name: "Nombre",
    password: "Contraseña",
    show: "Mostrar",
    hide: "Ocultar",
    showPassword: "Mostrar la contraseña",
    passwordRule: ({ minimum }) =>
      counted(minimum, {
        one: "Al menos # carácter. Tres o cuatro palabras sin relación funcionan bien.",
        other: "Al menos # caracteres. Tres o cuatro palabras sin relación funcionan bien.",
      }),
  },
  dialog: {
    close: "Cerrar",
  },
  help: {
    question: "¿Problemas para iniciar sesión?",
    answer:
      "En una contraseña, las mayúsculas cuentan. Si un correo no llega, puede estar entre el correo no deseado. Para todo lo demás, pregunte a quienes llevan este libro.",
    needsScript: "Iniciar sesión necesita JavaScript. Leer este libro, no.",
  },
  login: {
    title: "Iniciar sesión",
    submit: "Iniciar sesión",
    busy: "Iniciando sesión…",
    forgot: "¿Ha olvidado su contraseña?",
    passkey: "Iniciar sesión con una llave de acceso",
    passkeyBusy: "Siga lo que pide su navegador…",
    magicLink: "Enviarme un enlace por correo",
    noAccount: "¿Aún no tiene cuenta?",
    register: "Crear una cuenta",
  },
  register: {
    title: "Crear una cuenta",
    lead: "Conserve sus conversaciones y encuéntrelas en todos sus dispositivos.",
    submit: "Crear la cuenta",
    busy: "Creando su cuenta…",
    haveAccount: "¿Ya tiene una cuenta?",
    login: "Iniciar sesión",
  },
  inbox: {
    title: "Revise su correo",
    sent: "Si esta dirección se puede registrar, ya va un correo en camino a",
    sentEnd: ".",
    open: "Ábralo y pulse su botón, o escriba aquí el código que contiene.",
    code: "Código del correo",
    codeHint: "8 cifras, válido durante 10 minutos.",
    codeIncomplete: "Escriba las 8 cifras.",
    codeWrong:
      "Ese código no es correcto o ha caducado. Cinco intentos fallidos lo anulan; un correo nuevo trae otro.",
    submit: "Confirmar",
    busy: "Confirmando…",
    nothing: "¿No ha llegado nada? Mire también entre el correo no deseado.",
    resend: "Enviarlo de nuevo",
    resending: "Enviando…",
    resent: "Otro correo está en camino.",
    otherAddress: "Usar otra dirección",
    mailbox: "Abrir el buzón local",
  },
  verify: {
    title: "Confirme su dirección",
    lead: "Basta pulsar una vez y esta dirección será suya:",
    leadNoAddress: "Basta pulsar una vez y su dirección quedará confirmada.",
    submit: "Confirmar esta dirección",
    busy: "Confirmando…",
    passwordNeeded: "Este no es el navegador en el que se registró; por favor, demuestre que fue usted.",
    password: "La contraseña que eligió al registrarse",
    newPassword: "Una contraseña nueva",
    useNewPassword: "Elegir una contraseña nueva",
    usePassword: "Usar la contraseña del registro",
    newPasswordNote: "Su cuenta empezará entonces vacía, sin las conversaciones anteriores al registro.",
    passwordWrong: "Esta no es la contraseña que se eligió al registrar esta dirección.",
    doneTitle: "Su dirección está confirmada",
    deadTitle: "Este enlace ya no funciona",
    dead: "Ya se ha usado o ha caducado. Si ya había confirmado esta dirección, inicie sesión. Si no, podemos enviarle otro correo.",
    missingTitle: "Abra el enlace de su correo",
    missing:
      "Esta página confirma una dirección con el enlace de un correo. Si no tiene enlace, podemos enviarle otro correo.",
    resend: "Enviar otro correo",
    resending: "Enviando…",
    resent: "Si esta dirección está pendiente de confirmar, ya va un correo en camino.",
    login: "Iniciar sesión",
  },
  account: {
    signedInAs: "Sesión iniciada como",
    signOut: "Cerrar sesión",
    signingOut: "Cerrando sesión…",
    backToBook: "Volver al libro",
    already: "Ya ha iniciado sesión",
  },
  bars: {
    signedOut: "Se ha cerrado su sesión. Lo que escribió sigue aquí.",
    signIn: "Iniciar sesión",
    dismiss: "Descartar",
    conversationsAdded: ({ count }) =>
      counted(count, { one: "Se ha añadido # conversación.", other: "Se han añadido # conversaciones." }),
  },
} satisfies Screens;
