import type { ProblemPages } from "./index.ts";

const signInAgain = "Olvide la sesión y deje que la persona inicie sesión de nuevo.";
const refresh = "Llame a `POST /api/v1/auth/refresh` y repita la solicitud con el nuevo token de acceso.";

/** Spanish, in the polite form. */
export const es = {
  problems: {
    "account-banned": {
      title: "Esta cuenta está suspendida",
      happened: "La contraseña era correcta, pero la cuenta no puede iniciar sesión.",
      remedy:
        "Muestre a la persona lo que dice `reason` y hasta cuándo dura: `until` es el final, y falta cuando no lo hay. Repetir la solicitud no cambia nada.",
    },
    "ambiguous-credentials": {
      title: "Más de un token de renovación",
      happened: "La solicitud lleva un token de renovación en la cookie y otro en el cuerpo.",
      remedy:
        "Envíe uno de los dos: en un navegador, `{}` y la cookie; en cualquier otro caso, el token en el cuerpo y ninguna cookie.",
    },
    "answer-running": {
      title: "Todavía se está escribiendo una respuesta",
      happened: "Una conversación tiene una sola respuesta en curso, y esta aún no ha llegado a su fin.",
      remedy:
        "Lea los mensajes de la conversación hasta que el `status` del último ya no sea `streaming` y pregunte de nuevo.",
    },
    "body-too-large": {
      title: "El cuerpo es demasiado grande",
      happened: "El cuerpo tiene más de 64 KiB.",
      remedy: "Envíe menos. Ninguna ruta acepta cuerpos mayores.",
    },
    "database-unavailable": {
      title: "No se puede acceder a la base de datos",
      happened:
        "El servidor funciona, pero su base de datos no responde. No se ha cambiado nada y no se ha cerrado ninguna sesión.",
      remedy:
        "Inténtelo de nuevo tras los segundos de `Retry-After`. Conserve la sesión: sigue siendo válida.",
    },
    "email-not-verified": {
      title: "La dirección todavía no está verificada",
      happened: "La contraseña era correcta, pero nadie ha demostrado que la dirección sea suya.",
      remedy:
        "Pida a la persona que abra el correo enviado a la dirección. `POST /api/v1/auth/verify-email/resend` envía otro.",
    },
    "email-taken": {
      title: "La dirección ya tiene una cuenta",
      happened:
        "Alguien registró antes esta dirección. Solo lo dice un servidor que no verifica direcciones (`EMAIL_VERIFICATION=off`); cualquier otro responde igual para direcciones conocidas y desconocidas.",
      remedy: "Ofrezca iniciar sesión.",
    },
    "flow-invalid": {
      title: "Este inicio de sesión ha terminado",
      happened:
        "Un inicio de sesión con un proveedor comenzó en otro navegador, ya se había completado o duró más de diez minutos.",
      remedy:
        "Empiece de nuevo con `POST /api/v1/auth/social/{provider}` y termine en el mismo navegador, una sola vez.",
    },
    "guest-already-claimed": {
      title: "Lo que tenía este invitado es de otra cuenta",
      happened: "Otra cuenta ha reclamado a este invitado, o el invitado tiene ya una cuenta propia.",
      remedy: "No ofrezca nada más: las conversaciones están con quien las tiene ahora.",
    },
    "insufficient-rank": {
      title: "Su función no lo permite",
      happened:
        "La solicitud exige una función que esta cuenta no tiene, o trata de alguien cuya función no está por debajo de la suya.",
      remedy:
        "Pídaselo a quien administra el libro. Una función recién dada vale en cuanto se renueva el token de acceso.",
    },
    "internal-error": {
      title: "Algo ha fallado en el servidor",
      happened:
        "El servidor se encontró en una situación que sus autores no esperaban. El fallo no está en la solicitud.",
      remedy:
        "Quien lleva el servidor encuentra los detalles en su registro con el `requestId` de la respuesta. Para las lecturas, probar otra vez no hace daño.",
    },
    "invalid-credentials": {
      title: "La dirección o la contraseña no son correctas",
      happened:
        "Una dirección desconocida, una contraseña errónea y una cuenta sin contraseña reciben la misma respuesta, para que nadie averigüe quién tiene cuenta.",
      remedy: "Deje que la persona escriba ambas de nuevo y muestre una misma frase para todos estos casos.",
    },
    "last-sign-in-method": {
      title: "La última forma de iniciar sesión se queda",
      happened:
        "Sin esta llave de acceso o este proveedor, nadie podría entrar ya en la cuenta. No se ha eliminado nada.",
      remedy:
        "Deje que la persona establezca antes una contraseña, añada una llave de acceso o vincule un proveedor, y repita la solicitud.",
    },
    "invitation-invalid": {
      title: "Esta invitación no se puede usar",
      happened:
        "La invitación enviada es desconocida, ya se usó, ha caducado o se retiró, es para otra dirección, o viene de alguien que ya no puede invitar.",
      remedy:
        "Pida otra a quien invitó. Donde `GET /api/v1/auth/methods` dice `open`, omita `invitation` y regístrese sin ella.",
    },
    "invitation-needed": {
      title: "Las cuentas nuevas se crean por invitación",
      happened:
        "El servidor funciona con `SIGN_UP=invitation` y la solicitud no traía ninguna. Quien tiene una cuenta inicia sesión como siempre.",
      remedy:
        "Envíe `invitation`, del fragmento del enlace de la invitación: con `POST /api/v1/auth/register` o al empezar el inicio de sesión con un proveedor. Quien administra la crea con `POST /api/v1/admin/invitations` o `bookplate invite`.",
    },
    "last-admin": {
      title: "La última cuenta de administración no puede irse",
      happened: "Sin esta cuenta nadie podría administrar ya el libro.",
      remedy: "Dé antes la administración a otra cuenta; después esta se puede cambiar o eliminar.",
    },
    "malformed-json": {
      title: "El cuerpo no es JSON",
      happened: "El cuerpo no se pudo leer como JSON en UTF-8.",
      remedy:
        "Envíe un objeto JSON. Busque comillas que un intérprete de órdenes haya quitado, comas sobrantes y codificaciones distintas de UTF-8.",
    },
    "method-not-allowed": {
      title: "Esta dirección conoce otros métodos",
      happened:
        "La dirección existe, pero no con este método. Ninguna cabecera sustituye al método de una solicitud.",
      remedy: "Use uno de los métodos de la cabecera `Allow` de la respuesta.",
    },
    "not-found": {
      title: "Aquí no hay nada",
      happened:
        "No existe tal dirección, o nada suyo tiene este identificador. Lo que es de otra persona se ve igual que lo que no existe.",
      remedy:
        "Compruebe la ruta, que empieza por `/api/v1`, y el identificador. Si ambos son correctos, se ha eliminado o el token es de otra persona.",
    },
    "origin-not-allowed": {
      title: "Este origen no puede hacer eso",
      happened:
        "La cabecera `Origin` nombra un sitio que este servidor no conoce, o falta donde actúa la cookie de renovación.",
      remedy:
        "Quien lleva el servidor añade el sitio a `ALLOWED_ORIGINS`; los orígenes se comparan exactamente, con esquema y puerto. Un programa que no es un navegador no envía `Origin`, y envía el token de renovación en el cuerpo.",
    },
    "passkey-refused": {
      title: "No se puede aceptar la llave de acceso",
      happened:
        "La respuesta del autenticador no encaja: su desafío se usó o ha caducado, es para otro sitio, su firma es errónea o el autenticador no ha verificado a su usuario.",
      remedy:
        "Pida opciones nuevas y empiece de nuevo. Si nunca funciona, compare la dirección de la página con `BOOK_URL` y `ALLOWED_ORIGINS`: una llave de acceso pertenece a un solo host.",
    },
    "passkey-unknown": {
      title: "Ninguna cuenta tiene esta llave de acceso",
      happened:
        "La respuesta nombra una llave de acceso que este servidor no conoce. Se ha eliminado o es de una cuenta que ya no existe.",
      remedy:
        "Ofrezca otras formas de iniciar sesión y avise al navegador con `PublicKeyCredential.signalUnknownCredential`, para que no la ofrezca más.",
    },
    "password-needed": {
      title: "Para verificar aquí hace falta una contraseña",
      happened:
        "El correo se abrió en un navegador distinto del que registró, así que su token por sí solo demuestra demasiado poco. El token sigue siendo válido.",
      remedy: "Pregunte a la persona y envíe la `password` de aquel registro, o una `newPassword`.",
    },
    "provider-address-unverified": {
      title: "El proveedor no responde de una dirección",
      happened:
        "Una cuenta nueva necesita una dirección, y el proveedor no dio ninguna o no dijo que fuera de la persona. No se ha buscado si una dirección tiene cuenta.",
      remedy:
        "La persona se registra antes con una dirección y vincula el proveedor en la página de la cuenta; desde entonces puede iniciar sesión con él.",
    },
    "provider-failed": {
      title: "El proveedor no respondió como debía",
      happened:
        "No se pudo acceder al proveedor, fue demasiado lento o dio una respuesta que no se puede creer: para otra solicitud, de otro proveedor o con una firma que no es la suya.",
      remedy:
        "Inténtelo más tarde o inicie sesión de otra forma. Quien lleva el servidor encuentra el motivo en su registro; suele ser un secreto de cliente o una dirección de retorno equivocados.",
    },
    "provider-linked-elsewhere": {
      title: "Vinculado a otra cuenta",
      happened: "Esta cuenta del proveedor inicia sesión aquí en otra cuenta.",
      remedy: "Inicie sesión con el proveedor y elimine allí el vínculo primero.",
    },
    "provider-not-linked": {
      title: "El proveedor todavía no está vinculado",
      happened:
        "Nadie está vinculado a esta cuenta del proveedor, y con su dirección no se puede crear una cuenta nueva. Las cuentas nunca se vinculan porque coincidan las direcciones.",
      remedy:
        "Inicie sesión de otra forma, o pida una contraseña nueva, y vincule el proveedor en la página de la cuenta.",
    },
    "provider-refused": {
      title: "No se completó en el proveedor",
      happened: "La persona pulsó cancelar en el proveedor, o el proveedor se negó a responder de ella.",
      remedy: "Ofrezca el formulario de nuevo; nada ha cambiado.",
    },
    "quota-exceeded": {
      title: "No quedan preguntas por hoy",
      happened:
        "Se ha agotado una cuota del día: la de los invitados de esta dirección, la de la cuenta o la de todos juntos. `scope` dice de quién es; `quota`, si faltan preguntas (`messages`) o tokens. La pregunta no se ha guardado ni se ha consultado ningún modelo.",
      remedy:
        "Conserve lo que se ha escrito. `limit`, `remaining` y `resetAt` dicen cuánto hay y cuándo empieza el nuevo día (medianoche, UTC). Una cuenta puede preguntar más que un invitado. `GET /api/v1/me/usage` dice de antemano lo que queda.",
    },
    "refresh-invalid": {
      title: "La sesión no puede continuar",
      happened: "No hay token de renovación, no es de este servidor o su sesión ha terminado.",
      remedy: signInAgain,
    },
    "refresh-reused": {
      title: "Se volvió a usar un token de renovación antiguo",
      happened:
        "Volvió un token de renovación que llevaba tiempo sustituido, así que alguien tiene una copia. Esta sesión ha terminado; en los demás dispositivos sigue abierta; se avisó por correo a quien es dueño de la cuenta.",
      remedy:
        "Deje que la persona inicie sesión de nuevo. Si ocurre sin que haya un ladrón, un programa conserva un token antiguo: guarde cada token nuevo antes de la siguiente renovación.",
    },
    "server-busy": {
      title: "Se están comprobando demasiadas contraseñas",
      happened: "Comprobar una contraseña es lento a propósito, y la cola de las que esperan está llena.",
      remedy: "Inténtelo de nuevo tras los segundos de `Retry-After`.",
    },
    "session-ended": {
      title: "La sesión ha terminado",
      happened:
        "Se cerró la sesión, o terminó por una suspensión, una eliminación o un cambio de contraseña.",
      remedy: `${signInAgain} Renovar no ayuda.`,
    },
    "sign-up-closed": {
      title: "Con esto no se puede crear una cuenta",
      happened:
        "El servidor no crea cuentas nuevas (`SIGN_UP=closed`), o ninguna para el dominio de esta dirección. Quien tiene una cuenta inicia sesión como siempre.",
      remedy:
        "Oculte lo que lleva al registro: `GET /api/v1/auth/methods` dice en `signUp` quién puede crear una cuenta. Para una dirección suelta fuera de los dominios, quien administra crea una invitación.",
    },
    "step-up-required": {
      title: "Hace falta demostrar de nuevo quién es",
      happened:
        "El token es válido, pero quien lo usa demostró quién es hace más de diez minutos, y para este acto no debe bastar un dispositivo prestado.",
      remedy:
        "Pida la contraseña a la persona, llame a `POST /api/v1/auth/step-up` y repita la solicitud con el token de acceso de su respuesta.",
    },
    "token-expired": {
      title: "El token de acceso ha caducado",
      happened: "Los tokens de acceso viven unos minutos, y los de este han pasado.",
      remedy: refresh,
    },
    "token-invalid": {
      title: "Este token no se puede usar",
      happened:
        "El token o el código de un correo es desconocido, está usado, ha caducado o era para otra cosa. Todo ello recibe la misma respuesta.",
      remedy: "Deje que la persona pida otro correo.",
    },
    "token-stale": {
      title: "El token de acceso está desfasado",
      happened: "La función de la cuenta ha cambiado desde que se creó el token de acceso.",
      remedy: refresh,
    },
    "too-many-bookmarks": {
      title: "Demasiados marcadores",
      happened: "Este lector tiene tantos marcadores como el servidor guarda para uno.",
      remedy:
        "Quite uno con `DELETE /me/bookmarks/{id}` o pídaselo al lector; los lugares ya guardados siguen aceptando una nota nueva.",
    },
    "too-many-requests": {
      title: "Demasiadas solicitudes",
      happened:
        "Se han hecho más solicitudes de este tipo de las que el servidor acepta: desde esta dirección, con esta cuenta o entre todos.",
      remedy:
        "Espere los segundos de `Retry-After`; la siguiente solicitud pasará entonces. `RateLimit-Policy` y `RateLimit` nombran el límite; `resetAt`, su fin.",
    },
    unauthenticated: {
      title: "Hace falta un token de acceso válido",
      happened:
        "El token de acceso falta, está mal formado o no es de este servidor; o está ligado a una clave y la prueba de esa clave falta o no vale.",
      remedy:
        "Envíe `Authorization: Bearer <access token>`, una sola vez. Donde un token es opcional, omita la cabecera en lugar de enviar uno malo. Un token ligado se envía con `DPoP` en lugar de `Bearer` y con una prueba reciente: `WWW-Authenticate` dice qué falló en la última, y un nonce en `DPoP-Nonce` va en la siguiente.",
    },
    "unsupported-media-type": {
      title: "Los cuerpos son application/json",
      happened: "La solicitud tiene un cuerpo que no dice ser JSON, o que lo dice en otra codificación.",
      remedy:
        "Envíe `Content-Type: application/json`, con `charset=utf-8` o sin charset. Solo la introspección de tokens acepta en su lugar un formulario: `application/x-www-form-urlencoded`.",
    },
    "validation-failed": {
      title: "La solicitud no se puede aceptar así",
      happened:
        "Al menos un campo falta, es desconocido o tiene un valor no permitido. No se ha cambiado nada.",
      remedy:
        "`errors` enumera los campos, cada uno con un código. Muestre la frase de ese código junto al campo.",
    },
    "verification-unavailable": {
      title: "No se puede averiguar si el token de acceso es válido",
      happened:
        "Un servicio junto a Bookplate no pudo leer ni sus claves ni su respuesta. El token no se ha aceptado ni rechazado, y no se ha cerrado ninguna sesión.",
      remedy:
        "Inténtelo de nuevo tras los segundos de `Retry-After`. Conserve la sesión: sigue siendo válida.",
    },
  },
  fields: {
    "email-domain-refused": "No se crean cuentas para direcciones de este dominio.",
    "email-invalid": "No es una dirección a la que se puedan enviar correos.",
    "field-required": "Este campo es obligatorio.",
    "field-unknown": "Este campo no existe aquí.",
    "name-required": "Hace falta un nombre.",
    "name-too-long": "Un nombre tiene como máximo 80 caracteres.",
    "password-breached": "La contraseña está en una lista de contraseñas comunes o filtradas.",
    "password-too-long": "Una contraseña tiene como máximo 256 caracteres.",
    "password-too-short": "La contraseña es más corta de lo que acepta este servidor.",
    "password-too-weak": "La contraseña es demasiado fácil de adivinar.",
    "value-invalid": "Este valor no está permitido aquí.",
  },
} satisfies ProblemPages;
