import { counting } from "../counting.ts";
import type { ProblemFacts, Problems } from "./index.ts";

const counted = counting("es");
const again = ({ retryAt }: ProblemFacts) =>
  retryAt === undefined ? "Inténtelo de nuevo en un momento." : `Inténtelo de nuevo a partir de: ${retryAt}.`;
const reload = "Vuelva a cargar la página e inténtelo de nuevo.";
const signedOut = "Se ha cerrado su sesión. Iníciela de nuevo.";

/** Spanish, in the polite form. */
export const es = {
  problems: {
    "account-banned": ({ until, reason }) =>
      [
        until === undefined
          ? "Esta cuenta está suspendida."
          : `Esta cuenta está suspendida. Fin de la suspensión: ${until}.`,
        reason === undefined ? "" : `Motivo indicado: ${reason}`,
      ]
        .join(" ")
        .trim(),
    "ambiguous-credentials": `Este navegador ha enviado dos sesiones a la vez. ${reload}`,
    "answer-running":
      "La última respuesta todavía se está escribiendo. Pregunte de nuevo cuando esté completa.",
    "body-too-large": "Es demasiado largo para enviarlo. Acórtelo e inténtelo de nuevo.",
    "database-unavailable": (facts) =>
      `El servidor no puede acceder ahora a sus datos. No se ha perdido nada. ${again(facts)}`,
    "email-not-verified":
      "Esta dirección todavía no está confirmada. Abra el correo que le hemos enviado a ella.",
    "email-taken": "Ya existe una cuenta con esta dirección. Inicie sesión.",
    "flow-invalid":
      "Este inicio de sesión comenzó en otro lugar, ya ha terminado o ha tardado demasiado. Empiece de nuevo.",
    "guest-already-claimed": "Estas conversaciones ya pertenecen a otra cuenta.",
    "insufficient-rank": "Su función no lo permite. Pídaselo a quien administra este libro.",
    "internal-error":
      "Algo ha fallado en el servidor. Inténtelo de nuevo; si sigue igual, avise a quienes llevan este libro.",
    "invalid-credentials": "La dirección o la contraseña no son correctas.",
    "invitation-invalid": "Esta invitación no sirve, o ya no. Pida otra.",
    "invitation-needed":
      "Aquí las cuentas nuevas se crean por invitación. Abra antes el enlace de su invitación.",
    "last-sign-in-method":
      "Es su única forma de iniciar sesión. Añada antes otra, por ejemplo una contraseña.",
    "last-admin":
      "Es la única cuenta de administración. Nombre antes a otra persona para administrar el libro.",
    "malformed-json": `El servidor no ha podido leer la solicitud. ${reload}`,
    "method-not-allowed": `El servidor no conoce esta solicitud. ${reload}`,
    "not-found": "Esto ya no está aquí.",
    "origin-not-allowed":
      "Desde esta página no se puede iniciar sesión en ese servidor. Avise a quienes llevan este libro.",
    "passkey-refused":
      "No se ha podido comprobar esa llave de acceso. Inténtelo de nuevo o inicie sesión de otra forma.",
    "passkey-unknown":
      "Este libro no conoce esa llave de acceso. Puede que se haya eliminado de su cuenta; inicie sesión de otra forma.",
    "password-needed": "Un paso más: confirme con su contraseña.",
    "provider-address-unverified":
      "Ese proveedor no confirma su dirección. Cree antes una cuenta y vincule después el proveedor en ella.",
    "provider-failed":
      "Ahora mismo ese proveedor no responde como es debido. Inténtelo más tarde o inicie sesión de otra forma.",
    "provider-linked-elsewhere":
      "Esto está vinculado aquí a otra cuenta. Inicie sesión con ello y elimine allí el vínculo primero.",
    "provider-not-linked":
      "Inicie sesión antes de otra forma y vincule después este proveedor en su cuenta, en Seguridad.",
    "provider-refused": "No ha cambiado nada: el inicio de sesión no se completó en el proveedor.",
    "quota-exceeded": (facts) => `Por hoy se han agotado las preguntas. ${again(facts)}`,
    "refresh-invalid": signedOut,
    "refresh-reused":
      "Se ha cerrado su sesión porque se usó en dos lugares a la vez. Inicie sesión de nuevo y, si no fue usted, cambie su contraseña.",
    "server-busy": (facts) => `El servidor está muy ocupado. ${again(facts)}`,
    "session-ended": signedOut,
    "sign-up-closed": "Con esto no se puede crear aquí una cuenta nueva. Si tiene una cuenta, inicie sesión.",
    "step-up-required": "Confirme antes que es usted.",
    "token-expired": signedOut,
    "token-invalid": "Este enlace o código ya se ha usado, ha caducado o no es correcto.",
    "token-stale": "Su cuenta ha cambiado. Inicie sesión de nuevo.",
    "too-many-bookmarks": "Ya no caben más marcadores. Quite uno que ya no necesite.",
    "too-many-requests": (facts) => `Demasiados intentos. ${again(facts)}`,
    unauthenticated: "Para esto tiene que iniciar sesión.",
    "unsupported-media-type": `El servidor no ha podido leer la solicitud. ${reload}`,
    "validation-failed": "Revise lo que está marcado abajo.",
    "verification-unavailable": (facts) =>
      `Esta parte del libro no puede comprobar ahora quién es usted. Su sesión sigue abierta. ${again(facts)}`,
  },
  fields: {
    "email-domain-refused": "Aquí no se crean cuentas para direcciones de este dominio.",
    "email-invalid": "Escriba una dirección de correo como name@example.org.",
    "field-required": "Rellene este campo.",
    "field-unknown": `El servidor no conoce este campo. ${reload}`,
    "name-required": "Escriba el nombre por el que quiere que le llamen.",
    "name-too-long": "Use como máximo 80 caracteres.",
    "password-breached": "Esta contraseña se conoce por una filtración. Elija otra.",
    "password-too-long": "Use como máximo 256 caracteres.",
    "password-too-short": ({ minimum = 10 }) =>
      counted(minimum, { one: "Use al menos # carácter.", other: "Use al menos # caracteres." }),
    "password-too-weak": "Es fácil de adivinar. Tres o cuatro palabras sin relación funcionan bien.",
    "value-invalid": "Esto no está permitido aquí.",
  },
  unreachable:
    "No se puede acceder al servidor. Compruebe su conexión e inténtelo de nuevo; lo que escribió sigue aquí.",
  timeout: "El servidor ha tardado demasiado en responder. Inténtelo de nuevo; lo que escribió sigue aquí.",
  unexpected: `Ha ocurrido algo inesperado. ${reload}`,
} satisfies Problems;
