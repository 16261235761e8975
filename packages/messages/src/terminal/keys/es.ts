import type { Keys } from "./en.ts";

export const keys: Keys = {
  help: {
    keys: "ver o cambiar las claves que firman los tokens de acceso y los secretos del servidor",
    list: "enumerar las claves de firma y para qué sirve cada una",
    rotate: "publicar una clave de firma nueva; firma diez minutos después (ocurre por sí solo cada 90 días)",
    remove: "rechazar enseguida todo token de una clave de firma, porque otra persona podría tenerla",
    kid: "el identificador de la clave, de keys list o de la cabecera de un token",
    yes: "hacerlo en lugar de negarse",
    secrets: "enumerar los secretos y qué necesita todavía cada uno",
    reencrypt: "pasar lo cifrado al primer secreto de BOOKPLATE_SECRET",
    forget: "renunciar a lo que necesita un secreto perdido o que debe desaparecer ya",
    id: "el identificador del secreto",
  },
  states: {
    next: "publicada, firma más adelante",
    signs: "firma",
    verifies: "verifica lo que firmó",
    over: "terminada, se eliminará",
  },
  from: ({ moment }) => `desde ${moment}`,
  rotated: ({ kid, moment }) =>
    `Publicada ${kid}. Firma desde ${moment}, cuando la tengan todos los que verifican.`,
  rotatedAlready: "Ya hay una clave nueva publicada que espera su turno. No se ha cambiado nada.",
  removed: ({ kid, signs }) =>
    `Eliminada ${kid}. Sus tokens se rechazan; firma ${signs}. No se cierra la sesión de nadie.`,
  removeNeedsYes: ({ kid }) =>
    `Esto elimina ${kid}: todo token que haya firmado se rechaza enseguida y los clientes obtienen otros. Añada --yes para hacerlo.`,
  noSuchKey: ({ kid }) => `No hay ninguna clave de firma ${kid}. bookplate keys list las enumera.`,
  secretStates: {
    mints: "crea los tokens y claves nuevos",
    verifies: "aceptado",
    "not-listed": "no está en BOOKPLATE_SECRET",
  },
  needsNothing: "nada lo necesita: se puede quitar",
  things: {
    "signing-keys": ({ count }) => `claves de firma: ${count} (keys reencrypt las pasa)`,
    "second-factors": ({ count }) => `segundos factores: ${count} (keys reencrypt los pasa)`,
    letters: ({ count }) => `correos en espera: ${count} (keys reencrypt los pasa)`,
    codes: ({ count }) => `códigos en correos: ${count} (caducan en diez minutos)`,
    passwords: ({ count }) => `contraseñas largas: ${count} (cada una pasa cuando su dueño inicia sesión)`,
    sessions: ({ count }) => `sesiones: ${count} (cada una pasa cuando su lector vuelve, o termina)`,
  },
  moved: ({ keys, letters }) => `Pasado al primer secreto: claves de firma ${keys}, correos ${letters}.`,
  secretNeeded: ({ id, currentId, needs }) =>
    `BOOKPLATE_SECRET no contiene el secreto con el identificador «${id}», y algo lo necesita todavía:\n${needs}\nVuelva a ponerlo al final: BOOKPLATE_SECRET=${currentId}:<secreto>,${id}:<secreto de ese identificador>\nbookplate keys secrets muestra cuándo puede desaparecer; bookplate keys forget ${id} renuncia a lo que lo necesita.`,
  secretExchanged: ({ id }) =>
    `El secreto con el identificador «${id}» no es el de antes. Dé a un secreto nuevo un identificador nuevo y deje el antiguo detrás: BOOKPLATE_SECRET=<identificador nuevo>:<secreto nuevo>,${id}:<secreto antiguo>\nSi el antiguo se ha perdido, bookplate keys forget ${id} renuncia a lo que lo necesita.`,
  secretInUse: ({ id }) =>
    `El secreto con el identificador «${id}» es el primero de la lista y está en uso. Ponga otro delante.`,
  unknownSecret: ({ id }) =>
    `Ningún servidor ha usado un secreto con el identificador «${id}». Si es nuevo, arranque antes los servidores con él.`,
  forgetNeedsYes: ({ id }) =>
    `Esto renuncia a lo que necesita el secreto «${id}»: sus sesiones terminan y sus contraseñas largas se tienen que establecer de nuevo. Añada --yes para hacerlo.`,
  forgotten: ({ id }) => `El secreto «${id}» ya no hace falta. Quítelo de BOOKPLATE_SECRET.`,
  lost: ({ needs }) => `Lo que lo necesitaba:\n${needs}`,
  schemaOld:
    "El esquema es anterior a este programa. Arranque el servidor o ejecute bookplate migrate up e inténtelo de nuevo.",
};
