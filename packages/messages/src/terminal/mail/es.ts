import { counting } from "../../counting.ts";
import type { Mail } from "./en.ts";

const counted = counting("es");
const readers = (count: number) => counted(count, { one: "# lector", other: "# lectores" });

export const mail: Mail = {
  help: {
    mail: "ver si los correos salen y cuáles no, enviar novedades a los lectores",
    test: "enviar un correo a una dirección por cada transporte y decir qué respondió cada uno",
    address: "una dirección de correo",
    list: "enumerar los correos más recientes y qué fue de ellos",
    failed: "solo aquellos a los que se renunció",
    to: "solo los dirigidos a esta dirección",
    retry: "enviar de nuevo un correo al que se renunció",
    id: "el identificador del correo, de mail list",
    all: "todos aquellos a los que se renunció",
    suppressed: "enumerar las direcciones a las que ahora no va ningún correo",
    unsuppress: "dejar que los correos vuelvan a ir a una dirección",
    announce: "escribir a todo lector que pidió novedades; cada archivo cuenta una vez",
    file: "el asunto en la primera línea, una línea vacía, el texto",
    yes: "escribir los correos; sin ella, solo decir cuántos serían",
  },
  states: {
    queued: "espera",
    sent: "enviado",
    failed: "se renunció",
    suppressed: "no enviado",
  },
  deliveries: {
    delayed: "enviado, con retraso",
    delivered: "entregado",
    bounced: "devuelto",
    complained: "marcado como no deseado",
  },
  reasons: {
    bounced: "allí nadie lee correo",
    complained: "su dueño marcó un correo como no deseado",
    unreachable: "su buzón no acepta nada por ahora",
    unwanted: "su dueño desactivó estos correos",
  },
  attempts: ({ count }) => counted(count, { one: "# intento", other: "# intentos" }),
  until: ({ moment }) => `hasta ${moment}`,
  none: "No hay correos. Se guardan 30 días.",
  noneFailed: "No se renunció a ningún correo.",
  noneSuppressed: "Los correos van a todas las direcciones.",
  retried: ({ count }) =>
    counted(count, { one: "# correo sale de nuevo.", other: "# correos salen de nuevo." }),
  retryNeedsOne:
    "Nombre un correo por su identificador, o todos con --all. bookplate mail list --failed los muestra.",
  noSuchLetter: ({ id }) =>
    `No hay ningún correo ${id} al que se renunciara y que aún se pueda enviar. Su contenido se guarda cuatro días.`,
  unsuppressed: ({ address }) => `Los correos vuelven a ir a ${address}.`,
  notSuppressed: ({ address }) => `${address} no estaba suprimida.`,
  noAddress: ({ address }) => `«${address}» no es una dirección de correo.`,
  noFile: ({ file }) => `No se puede leer ${file}.`,
  noAnnouncement: ({ file }) =>
    `${file} necesita en su primera línea un asunto de 150 caracteres como máximo, una línea vacía y un texto.`,
  wouldAnnounce: ({ subject, count }) =>
    `«${subject}» iría a ${readers(count)}. Añada --yes para escribir los correos.`,
  announced: ({ subject, count }) =>
    `«${subject}» va a ${readers(count)}, detrás de los correos que alguien espera.`,
  announcedAlready: ({ subject, moment }) =>
    `«${subject}» ya se anunció (${moment}). Nadie lo recibe dos veces.`,
  testTaken: "Aceptado. Si llega a la bandeja de entrada o al correo no deseado, lo muestra el buzón.",
  testRefused: "No todos los transportes aceptaron el correo.",
  testCaught: "No hay ningún transporte, así que el correo está en /dev/mail y en ningún otro sitio.",
  mends: {
    credentials: "SMTP_URL o RESEND_API_KEY con el usuario, la contraseña o la clave correctos",
    sender: "MAIL_FROM con un dominio que este servidor o proveedor haya verificado para usted",
    quota: "nada: espere, amplíe la cuota del proveedor o nombre un segundo transporte en MAIL_TRANSPORT",
    encryption: "SMTP_URL con el nombre que figura en el certificado del servidor",
    address: "SMTP_URL con el host y el puerto correctos; mire también los cortafuegos",
  },
};
