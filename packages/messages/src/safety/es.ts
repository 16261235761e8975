import { counting } from "../counting.ts";
import type { SafetyWords } from "./index.ts";

const counted = counting("es");

/** The parts of the account page about its safety and its data, in Spanish, in the polite form. */
export const es = {
  required:
    "Su función en este libro exige el inicio de sesión en dos pasos. Hasta que lo active, aquí puede hacer lo mismo que cualquier lector.",

  password: {
    title: "Contraseña",
    set: "Inicia sesión con una contraseña.",
    unset: "Su cuenta no tiene contraseña. Con una puede iniciar sesión en cualquier sitio con su dirección.",
    change: "Cambiar la contraseña",
    add: "Establecer una contraseña",
    current: "Contraseña actual",
    currentWrong: "Esa no es su contraseña.",
    next: "Contraseña nueva",
    note: "Se cierra la sesión en todos los demás dispositivos. En este sigue abierta.",
    changed: "Su contraseña ha cambiado y se ha cerrado la sesión en todos los demás dispositivos.",
    added: "Su contraseña está lista y se ha cerrado la sesión en todos los demás dispositivos.",
    forgotten: "¿La ha olvidado?",
  },
  secondFactor: {
    title: "Inicio de sesión en dos pasos",
    off: "Desactivado. Actívelo y, además de la contraseña, se le pedirá un código de una aplicación de su teléfono.",
    on: "Activado. Al iniciar sesión se pide un código de su aplicación de autenticación.",
    turnOn: "Activar",
    turnOff: "Desactivar",
    turnOffQuestion:
      "¿Desactivar el inicio de sesión en dos pasos? Desde entonces bastará la contraseña y sus códigos de recuperación dejarán de servir.",
    turnedOff: "El inicio de sesión en dos pasos está desactivado.",
    turnedOn: "El inicio de sesión en dos pasos está activado.",
    codesLeft: ({ count }) =>
      counted(count, {
        one: "Queda # código de recuperación.",
        other: "Quedan # códigos de recuperación.",
      }),
    codesLow: "Genere otros antes de que se agoten.",
    newCodes: "Nuevos códigos de recuperación",
    newCodesQuestion: "¿Generar diez códigos de recuperación nuevos? Los anteriores dejan de servir.",
  },
  setUp: {
    title: "Configurar el inicio de sesión en dos pasos",
    scan: "1. Escanee esta imagen con una aplicación de autenticación, por ejemplo la de su gestor de contraseñas.",
    picture: "Código QR para su aplicación de autenticación",
    open: "Abrir en una aplicación de este dispositivo",
    typed: "O escriba esta clave en la aplicación:",
    copyKey: "Copiar la clave",
    prove: "2. Escriba el código que la aplicación muestra ahora.",
    submit: "Activar",
    busy: "Comprobando…",
  },
  codes: {
    title: "Sus códigos de recuperación",
    lead: "Con cada uno puede iniciar sesión una vez cuando no tenga la aplicación a mano. Solo se muestran ahora: guárdelos donde los encuentre sin su teléfono.",
    copy: "Copiar",
    copied: "Copiado.",
    download: "Descargar",
    print: "Imprimir",
    kept: "He guardado estos códigos",
    keepFirst: "Guarde antes los códigos y después marque esto.",
    done: "Listo",
    heading: ({ site, email }) => `Códigos de recuperación de ${email} en ${site}`,
  },
  trusted: {
    title: "Dispositivos de confianza",
    lead: "No se les pide ningún código hasta que pasen sus 30 días.",
    until: ({ time }) => `Hasta: ${time}`,
    forget: "Dejar de confiar",
    forgetNamed: ({ device }) => `Dejar de confiar en ${device}`,
    forgotten: "Ya no se confía en ese dispositivo.",
    empty: "No hay ningún dispositivo de confianza.",
  },
  activity: {
    title: "Actividad",
    lead: "Lo que ha ocurrido con su cuenta, lo más reciente primero. Si algo de esto no fue usted, cierre la sesión de ese dispositivo en Dispositivos y cambie su contraseña.",
  },
  email: {
    change: "Cambiar la dirección",
    title: "Cambie su dirección",
    lead: "Enviamos un correo a la dirección nueva. Nada cambia hasta que lo abra y confirme.",
    next: "Dirección nueva",
    submit: "Enviar el correo",
    busy: "Enviando…",
    waiting: "Falta su confirmación. Ya va un correo en camino a la dirección nueva:",
    same: "Esa ya es su dirección.",
  },
  data: {
    title: "Datos",
    lead: "Lo que este libro guarda sobre usted, y cómo llevárselo o eliminarlo.",
    exportTitle: "Llévese sus datos",
    exportLead:
      "Un archivo con todo lo que este libro guarda sobre usted: su perfil, conversaciones, dispositivos y actividad. Es JSON, que otros programas pueden leer.",
    export: "Descargar mis datos",
    exporting: "Reuniendo…",
    exported: "Sus datos están en sus descargas.",
    deleteTitle: "Eliminar su cuenta",
    deleteLead: "Ocurre de inmediato y nadie puede deshacerlo:",
    deleteConsequences: [
      "Se eliminan su perfil, sus preferencias y sus formas de iniciar sesión.",
      "Se eliminan sus conversaciones con sus respuestas y sus marcadores, también los que trajo como invitado.",
      "Se cierra la sesión en todos los dispositivos.",
      "Un último correo le dice que ha ocurrido. Después, su dirección vuelve a estar libre.",
    ],
    delete: "Eliminar mi cuenta",
    deleteQuestion: "¿Eliminar su cuenta y todo lo que contiene para siempre?",
    deleteForGood: "Eliminar para siempre",
    farewellTitle: "Su cuenta se ha eliminado",
    farewell:
      "Sus conversaciones y sus datos ya no están en este libro. Puede seguir leyendo y volver cuando quiera.",
  },
  guestData: {
    exportLead:
      "Un solo archivo con todo lo que este libro guarda sobre usted: sus conversaciones, marcadores y preferencias. Es JSON, que otros programas leen.",
    deleteTitle: "Eliminar todo lo suyo",
    deleteConsequences: [
      "Se eliminan sus conversaciones con sus respuestas, sus marcadores y sus preferencias.",
      "Este navegador olvida que preguntó.",
    ],
    delete: "Eliminar todo",
    deleteQuestion: "¿Eliminar para siempre sus conversaciones, sus marcadores y sus preferencias?",
    farewellTitle: "Todo lo suyo está eliminado",
  },
} satisfies SafetyWords;
