import { counting } from "../counting.ts";
import type { Letters } from "./index.ts";

const counted = counting("es");
const hours = (count: number) => counted(count, { one: "# hora", other: "# horas" });
const minutes = (count: number) => counted(count, { one: "# minuto", other: "# minutos" });

const code = {
  codeLabel: "Su código",
  codeNote: ({ minutes: count }) =>
    count === undefined
      ? "Escríbalo en la página que lo pidió. Solo sirve durante un rato."
      : `Escríbalo en la página que lo pidió. Sirve durante ${minutes(count)}.`,
} satisfies Partial<Letters["verifyUser"]>;

const confirm = {
  button: "Confirmar esta dirección",
  valid: ({ hours: count }) =>
    `El enlace funciona una vez, durante ${hours(count)}. Abre una página con un botón; nada cambia hasta que lo pulse.`,
} satisfies Partial<Letters["verifyUser"]>;

const newPassword = {
  button: "Elegir una contraseña nueva",
  valid: ({ hours: count }) =>
    `El enlace funciona una vez, durante ${hours(count)}. Abre una página donde escribe la contraseña nueva; nada cambia hasta que la envíe.`,
} satisfies Partial<Letters["passwordReset"]>;

/** What the letters about the safety of an account have in common. */
const safety = {
  valid: "El enlace se puede usar en cualquier momento.",
  why: ({ book }) =>
    `Recibe este correo porque afecta a la seguridad de su cuenta en ${book}; estos correos no se pueden desactivar.`,
} satisfies Partial<Letters["newDevice"]>;

const lookAfterAccount = {
  button: "Revisar su cuenta",
  notYou:
    "Si fue usted, no haga nada. Si no, otra persona está en su cuenta: en la página a la que lleva el botón, cierre la sesión en los dispositivos que no conozca y elija una contraseña nueva.",
} satisfies Partial<Letters["secondFactorChanged"]>;

/** Spanish, in the polite form. */
export const es = {
  language: "es",
  direction: "ltr",
  greeting: ({ name }) => `Hola, ${name}:`,
  greetingWithoutName: "Hola:",
  linkBelowButton: "Si el botón no funciona, copie esta dirección en su navegador:",
  sentTo: ({ to, book }) => `Este correo se envió a ${to} en nombre de ${book}.`,
  labelled: ({ label, value }) => `${label}: ${value}`,

  facts: {
    device: "Dispositivo",
    at: "Hora",
    place: "Lugar",
    newAddress: "Dirección nueva",
    passkey: "Llave de acceso",
    provider: "Proveedor",
    reason: "Motivo",
    until: "Hasta",
    role: "Función",
    deviceName: ({ browser, system }) => `${browser} en ${system}`,
    unknownDevice: "uno que no reconocemos",
    near: ({ place }) => `en ${place} o cerca, según la dirección de red`,
    withoutEnd: "nuevo aviso",
  },
  roles: { user: "lectura", moderator: "moderación", admin: "administración" },

  verifyRegistration: {
    ...code,
    ...confirm,
    subject: ({ book }) => `Confirme su dirección para ${book}`,
    lead: ({ to, book }) => `Confirme que ${to} es su dirección y su cuenta en ${book} estará lista.`,
    why: ({ book }) => `Recibe este correo porque alguien se registró en ${book} con esta dirección.`,
    notYou:
      "Si no fue usted, no haga nada: sin el código o el enlace no habrá ninguna cuenta. No se los dé a nadie.",
  },
  verifyUser: {
    ...code,
    ...confirm,
    subject: ({ book }) => `Confirme la dirección de su cuenta en ${book}`,
    lead: ({ to, book }) => `Confirme que ${to} sigue siendo su dirección y la de su cuenta en ${book}.`,
    why: ({ book }) =>
      `Recibe este correo porque una cuenta en ${book} tiene esta dirección y nunca se ha confirmado.`,
    notYou:
      "Si la cuenta no es suya, no haga nada: la dirección quedará sin confirmar. No dé a nadie el código ni el enlace.",
  },
  alreadyRegistered: {
    subject: ({ book }) => `Ya tiene una cuenta en ${book}`,
    lead: ({ to, book }) =>
      `Alguien ha intentado registrarse en ${book} con ${to}, que ya tiene una cuenta allí. Si fue usted, basta con que inicie sesión.`,
    button: "Iniciar sesión",
    valid: "Este correo no lleva ningún código, y su enlace se puede usar en cualquier momento.",
    why: () =>
      "Recibe este correo porque la cuenta con esta dirección es suya. A quien lo intentó no se le dijo que existe.",
    notYou: "Si no fue usted, no haga nada: nada ha cambiado y su contraseña sigue siendo la misma.",
  },
  sessionStolen: {
    ...safety,
    subject: ({ book }) => `Hemos cerrado la sesión de uno de sus dispositivos en ${book}`,
    lead: ({ book }) =>
      `Alguien ha usado en ${book} un inicio de sesión caducado de uno de sus dispositivos. Puede significar que se copió, así que lo hemos cerrado. En sus demás dispositivos la sesión sigue abierta.`,
    button: "Iniciar sesión de nuevo",
    notYou:
      "Si restauró una copia de seguridad o copió un perfil del navegador, basta con iniciar sesión de nuevo. Si no, o si vuelve a ocurrir, avise a quienes llevan este libro.",
  },
  newDevice: {
    ...safety,
    subject: ({ book }) => `Un dispositivo nuevo ha entrado en su cuenta en ${book}`,
    lead: ({ book }) =>
      `Alguien ha iniciado sesión en su cuenta en ${book} con un dispositivo que no se había usado antes.`,
    button: "Ver sus dispositivos",
    notYou:
      "Si fue usted, no haga nada. Si no, alguien puede entrar en su nombre: en la página a la que lleva el botón, cierre la sesión de ese dispositivo y elija una contraseña nueva.",
  },
  passwordReset: {
    ...code,
    ...newPassword,
    subject: ({ book }) => `Elija una contraseña nueva para ${book}`,
    lead: ({ book }) =>
      `Alguien dice haber olvidado la contraseña de su cuenta en ${book}. Si fue usted, elija una nueva.`,
    why: ({ book }) =>
      `Recibe este correo porque alguien escribió esta dirección en la página de contraseñas olvidadas de ${book}.`,
    notYou:
      "Si no fue usted, no haga nada: su contraseña sigue como está. No dé a nadie el código ni el enlace.",
  },
  passwordChanged: {
    ...safety,
    subject: ({ book }) => `Su contraseña en ${book} ha cambiado`,
    lead: ({ book }) =>
      `Su cuenta en ${book} tiene una contraseña nueva. Se ha cerrado la sesión en los dispositivos donde estaba abierta.`,
    button: "Elegir otra contraseña",
    notYou:
      "Si fue usted, no haga nada. Si no, alguien puede entrar en su nombre: pulse el botón cuanto antes y pida un correo con el que elegir otra contraseña.",
  },
  accountUnderAttack: {
    ...safety,
    subject: ({ book }) => `Alguien está probando contraseñas en ${book}`,
    lead: ({ book }) =>
      `Se han escrito muchas contraseñas erróneas para su cuenta en ${book}. Nadie ha entrado con ellas, y durante un tiempo se rechazan más intentos. En un navegador con el que ya haya iniciado sesión puede entrar como siempre; en cualquier otro, por correo.`,
    button: "Revisar su cuenta",
    notYou:
      "Si su contraseña es larga y no la usa en ningún otro sitio, no haga nada. Si no, elija una nueva. Con una llave de acceso o el inicio de sesión en dos pasos, una contraseña adivinada no abre nada por sí sola.",
  },
  emailChangeConfirm: {
    ...confirm,
    subject: ({ book }) => `Confirme su dirección nueva para ${book}`,
    lead: ({ to, book }) => `Confirme que su cuenta en ${book} debe tener la dirección ${to}.`,
    why: ({ book }) =>
      `Recibe este correo porque alguien quiere usar esta dirección para una cuenta en ${book}.`,
    notYou: "Si no fue usted, no haga nada: sin el enlace nada cambia. No se lo dé a nadie.",
  },
  emailChanged: {
    subject: ({ book }) => `La dirección de su cuenta en ${book} ha cambiado`,
    lead: ({ book }) =>
      `Su cuenta en ${book} tiene ahora otra dirección. Los correos sobre ella llegarán allí.`,
    button: "Deshacer este cambio",
    valid: ({ until }) =>
      `El enlace funciona una vez. Límite: ${until}. Abre una página con un botón; nada cambia hasta que lo pulse.`,
    why: safety.why,
    notYou:
      "Si fue usted, no haga nada. Si no, deshaga el cambio: la cuenta recupera esta dirección, se cierra la sesión en todos los dispositivos, se eliminan la contraseña y todo lo añadido desde entonces, y usted recibe un correo con el que elegir una contraseña nueva.",
  },
  emailChangeUndone: {
    ...newPassword,
    subject: ({ book }) => `Su cuenta en ${book} vuelve a tener la dirección anterior`,
    lead: ({ to, book }) =>
      `Se ha deshecho el cambio de dirección: su cuenta en ${book} vuelve a ser de ${to}. Se ha cerrado la sesión en todos los dispositivos y se han eliminado la contraseña y todo lo añadido desde el cambio. Elija una contraseña nueva para iniciar sesión.`,
    why: safety.why,
    notYou:
      "Si no fue usted quien deshizo el cambio, otra persona puede leer sus correos: proteja primero este buzón y después elija una contraseña nueva.",
  },
  invitation: {
    subject: ({ book }) => `Le invitan a ${book}`,
    lead: ({ to, book }) => `Le invitan a crear una cuenta en ${book} con la dirección ${to}.`,
    button: "Crear una cuenta",
    valid: ({ until }) =>
      `El enlace sirve para una cuenta, hasta ${until}. Abre la página de registro; no ocurre nada hasta que la envíe.`,
    why: ({ book }) => `Recibe este correo porque alguien que administra ${book} invitó a esta dirección.`,
    notYou: "Si no espera ninguna invitación, no haga nada: entonces no se creará ninguna cuenta.",
  },
  magicLink: {
    ...code,
    subject: ({ book }) => `Iniciar sesión en ${book}`,
    lead: ({ to, book }) =>
      `Alguien quiere iniciar sesión en su cuenta en ${book} con un correo a ${to}. Si es usted, continúe con el código o con el botón.`,
    button: "Iniciar sesión",
    valid: ({ minutes: count }) =>
      `El enlace funciona una vez, durante ${minutes(count)}. Abre una página con un botón; nadie inicia sesión hasta que lo pulse.`,
    why: ({ book }) =>
      `Recibe este correo porque alguien pidió a ${book} un correo para iniciar sesión con esta dirección.`,
    notYou:
      "Si no fue usted, no haga nada: sin el código o el enlace nadie inicia sesión. No se los dé a nadie.",
  },
  signInCode: {
    ...code,
    subject: ({ book }) => `Su código para ${book}`,
    lead: ({ book }) =>
      `Alguien con la sesión abierta en su cuenta en ${book} está a punto de hacer algo protegido. El código demuestra que es usted.`,
    why: safety.why,
    notYou:
      "Si no fue usted, no dé el código a nadie: inicie sesión, cierre en la página de su cuenta la sesión de los dispositivos que no conozca y elija una contraseña nueva.",
  },
  accountDeleted: {
    subject: ({ book }) => `Su cuenta en ${book} se ha eliminado`,
    lead: ({ to, book }) =>
      `Se ha eliminado la cuenta en ${book} con la dirección ${to}, con todo lo que se guardaba en ella. Este es el último correo sobre ella.`,
    why: ({ book }) => `Recibe este correo porque la cuenta en ${book} tenía esta dirección.`,
    notYou:
      "Si era lo que quería, no haga nada. Si no, avise a quienes llevan este libro: no pueden recuperar la cuenta, pero deben saberlo.",
  },
  accountBanned: {
    subject: ({ book }) => `Su cuenta en ${book} se ha suspendido`,
    lead: ({ book }) =>
      `Quienes llevan ${book} han suspendido su cuenta. Mientras tanto nadie puede entrar en ella, y se ha cerrado la sesión en todos los dispositivos.`,
    why: safety.why,
    notYou: "Si cree que es un error, escriba a quienes llevan este libro.",
  },
  roleChanged: {
    subject: ({ book }) => `Su función en ${book} ha cambiado`,
    lead: ({ book }) =>
      `Quienes llevan ${book} han dado otra función a su cuenta. Desde ahora vale en todos sus dispositivos.`,
    why: safety.why,
    notYou: "Si no lo esperaba, escriba a quienes llevan este libro.",
  },
  secondFactorChanged: {
    ...safety,
    ...lookAfterAccount,
    changes: {
      on: {
        subject: ({ book }) => `Inicio de sesión en dos pasos activado en ${book}`,
        lead: ({ book }) =>
          `Desde ahora, para entrar en su cuenta en ${book} se pide también un código de su aplicación de autenticación.`,
      },
      off: {
        subject: ({ book }) => `Inicio de sesión en dos pasos desactivado en ${book}`,
        lead: ({ book }) =>
          `Para entrar en su cuenta en ${book} ya no se pide ningún código de una aplicación de autenticación.`,
      },
      "codes-guessed": {
        subject: ({ book }) => `Alguien está adivinando códigos en ${book}`,
        lead: ({ book }) =>
          `Se han escrito diez códigos erróneos seguidos para su cuenta en ${book}. Quien lo ha hecho conoce su contraseña, lee su correo o tiene un dispositivo suyo. Durante un tiempo no vale ningún código; si no ha sido usted, elija otra contraseña.`,
      },
      "recovery-code-used": {
        subject: ({ book }) => `Se ha usado un código de recuperación en ${book}`,
        lead: ({ book }) =>
          `Alguien ha usado uno de los códigos de recuperación de su cuenta en ${book}. Cada uno sirve una vez; genere otros antes de que se agoten.`,
      },
      "recovery-codes-renewed": {
        subject: ({ book }) => `Nuevos códigos de recuperación en ${book}`,
        lead: ({ book }) =>
          `Su cuenta en ${book} tiene códigos de recuperación nuevos. Los anteriores ya no sirven.`,
      },
    },
  },
  signInMethodChanged: {
    ...safety,
    ...lookAfterAccount,
    changes: {
      "passkey-added": {
        subject: ({ book }) => `Se ha añadido una llave de acceso en ${book}`,
        lead: ({ book }) =>
          `Desde ahora se puede entrar en su cuenta en ${book} con una llave de acceso nueva.`,
      },
      "passkey-removed": {
        subject: ({ book }) => `Se ha eliminado una llave de acceso en ${book}`,
        lead: ({ book }) => `Una llave de acceso ya no permite entrar en su cuenta en ${book}.`,
      },
      "provider-linked": {
        subject: ({ book }) => `Una forma nueva de iniciar sesión en ${book}`,
        lead: ({ book }) =>
          `Desde ahora se puede entrar en su cuenta en ${book} iniciando sesión en otro servicio.`,
      },
      "provider-unlinked": {
        subject: ({ book }) => `Se ha eliminado una forma de iniciar sesión en ${book}`,
        lead: ({ book }) => `Otro servicio ya no permite entrar en su cuenta en ${book}.`,
      },
    },
  },
  announcement: {
    why: ({ book }) =>
      `Recibe este correo porque tiene activadas las novedades de ${book} en sus preferencias.`,
    unsubscribe: "No recibir más estos correos",
  },
  mailTest: {
    subject: ({ book }) => `Correo de prueba de ${book}`,
    lead: ({ book }) => `Puede leer esto, así que los correos de ${book} llegan.`,
    why: ({ book }) =>
      `Recibe este correo porque alguien que lleva ${book} ha probado con esta dirección si los correos llegan.`,
    notYou: "Si no lleva usted este libro, no haga nada.",
  },
} satisfies Letters;
