import type { MagicLinkWords } from "./index.ts";

/** Signing in by letter, in Spanish, in the polite form. */
export const es = {
  ask: {
    title: "Iniciar sesión con un correo",
    lead: "Díganos su dirección y le enviaremos un enlace con el que iniciar sesión. No hace falta contraseña.",
    submit: "Enviarme un enlace",
    busy: "Enviando…",
    back: "Volver al inicio de sesión",
  },
  inbox: {
    title: "Revise su correo",
    sent: "Si existe una cuenta con esta dirección, ya va un correo en camino a",
    sentEnd: ".",
    open: "Ábralo y pulse su botón. O, si lo lee en otro dispositivo, escriba aquí su código.",
    submit: "Iniciar sesión",
    busy: "Iniciando sesión…",
    nothing: "¿No ha llegado nada? Mire también entre el correo no deseado.",
    resend: "Enviarlo de nuevo",
    resending: "Enviando…",
    resent: "Otro correo está en camino. A partir de ahora, aquí solo vale su código.",
    otherAddress: "Usar otra dirección",
  },
  link: {
    title: "Iniciar sesión",
    lead: "Basta pulsar una vez y habrá iniciado sesión en este dispositivo como",
    leadNoAddress: "Basta pulsar una vez y habrá iniciado sesión en este dispositivo.",
    notYou: "Si no pidió este correo, cierre esta página. Entonces no ocurre nada.",
    submit: "Iniciar sesión aquí",
    busy: "Iniciando sesión…",
    doneTitle: "Ha iniciado sesión",
    done: "La sesión sigue abierta en este dispositivo hasta que la cierre.",
    toBook: "Volver al libro",
    deadTitle: "Este enlace ya no funciona",
    dead: "Ya se ha usado o ha caducado. Un correo nuevo trae un enlace nuevo.",
    missingTitle: "Abra el enlace de su correo",
    missing: "Esta página inicia su sesión con el enlace de un correo.",
    signIn: "Iniciar sesión",
  },
} satisfies MagicLinkWords;
