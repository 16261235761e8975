import type { FirstAdministratorWords } from "./index.ts";

/** The terminal's link, in Spanish, in the polite form. */
export const es = {
  title: "Administrar este servidor",
  lead: "Este enlace da a una cuenta la administración del servidor de este libro: puede leer los avisos, bloquear cuentas y dar funciones.",
  signedOut:
    "Primero inicie sesión o cree una cuenta. Esta página guarda el enlace mientras tanto; déjela abierta.",
  signIn: "Iniciar sesión",
  register: "Crear una cuenta",
  signedInAs: "Ha iniciado sesión como",
  submit: "Darme la administración",
  busy: "Un momento…",
  doneTitle: "Usted administra este servidor",
  done: "Esta cuenta tiene la función desde ahora, en todos los dispositivos.",
  secondFactorMissing:
    "Este servidor exige a quien lo administra el inicio de sesión en dos pasos. Hasta que lo active, aquí puede hacer lo mismo que cualquier lector.",
  next: "Qué viene ahora",
  secure:
    "Active el inicio de sesión en dos pasos o añada una llave de acceso, para que una contraseña sola no abra nada",
  check: "Deje que esta orden revise los ajustes antes de que vengan lectores:",
  toBook: "Volver al libro",
  deadTitle: "Este enlace ya no funciona",
  dead: "Ya se ha usado, uno más nuevo ha ocupado su lugar o han pasado sus 30 minutos. Esta orden muestra otro donde funciona el servidor:",
  missingTitle: "Abra el enlace del terminal",
  missing:
    "Quien lleva este servidor recibe su administración con un enlace que funciona una vez. Esta orden lo muestra:",
} satisfies FirstAdministratorWords;
