import type { PasskeysWords } from "./index.ts";

/** Passkeys, in Spanish, in the polite form. */
export const es = {
  title: "Llaves de acceso",
  lead: "Inicie sesión con su dedo, su cara o el PIN de un dispositivo, sin contraseña. Una llave de acceso solo funciona en el sitio de este libro, así que nadie puede sacársela con engaños.",
  unsupported: "Este navegador no puede usar llaves de acceso.",
  empty: "Todavía no tiene ninguna.",
  unnamed: "Llave de acceso",
  keptBy: ({ provider }) => `En ${provider}`,
  synced: "En varios dispositivos",
  added: ({ time }) => `Añadida: ${time}`,
  lastUsed: ({ ago }) => `Último uso: ${ago}`,
  neverUsed: "Todavía sin usar",
  add: "Añadir una llave de acceso",
  adding: "Siga lo que pide su navegador…",
  addedNow: "La llave de acceso está añadida. Desde ahora puede iniciar sesión con ella.",
  present: "En este dispositivo ya hay una llave de acceso suya.",
  rename: "Cambiar el nombre",
  renameNamed: ({ name }) => `Cambiar el nombre de «${name}»`,
  newName: "Nombre",
  renamed: "Nombre cambiado.",
  remove: "Eliminar",
  removeNamed: ({ name }) => `Eliminar «${name}»`,
  removeQuestion:
    "¿Eliminar esta llave de acceso? Desde entonces no abre nada. También puede borrarla de su dispositivo.",
  removed: "La llave de acceso se ha eliminado.",
  only: "Es su única forma de iniciar sesión. Establezca una contraseña o añada otra llave de acceso antes de eliminarla.",

  proof: {
    lead: "Confirme con su dedo, su cara o el PIN de su dispositivo.",
    submit: "Usar una llave de acceso",
    busy: "Siga lo que pide su navegador…",
    givenUp: "No se completó. Inténtelo de nuevo o confirme de otra forma.",
  },

  offer: {
    text: "¿La próxima vez sin contraseña? Añada una llave de acceso.",
    add: "Añadir una llave de acceso",
  },
} satisfies PasskeysWords;
