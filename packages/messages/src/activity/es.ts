import type { Activity } from "./index.ts";

/** What happened around an account's safety, in Spanish. */
export const es = {
  device: ({ browser, system }) => `${browser} en ${system}`,
  unknownDevice: "Dispositivo desconocido",
  kinds: {
    "account-imported": "Cuenta traída de otro sistema",
    "account-verified": "Dirección confirmada",
    "device-signed-out": "Sesión cerrada en un dispositivo",
    "email-change-requested": "Cambio de dirección solicitado",
    "email-change-undone": "Cambio de dirección deshecho",
    "email-changed": "Dirección cambiada",
    "guest-merged": "Conversaciones de invitado añadidas a la cuenta",
    "guest-promoted": "El invitado pasó a tener cuenta",
    "other-devices-signed-out": "Sesión cerrada en todos los demás dispositivos",
    "passkey-added": "Llave de acceso añadida",
    "passkey-removed": "Llave de acceso eliminada",
    "password-changed": "Contraseña cambiada",
    "password-reset": "Contraseña restablecida por correo",
    "recovery-code-used": "Inicio de sesión o confirmación con un código de recuperación",
    "recovery-codes-renewed": "Nuevos códigos de recuperación generados",
    "provider-linked": "Proveedor vinculado",
    "provider-unlinked": "Vínculo con un proveedor eliminado",
    "refresh-fast-forward": "Sesión restaurada tras un fallo de la base de datos",
    "refresh-recovered": "Sesión continuada tras una respuesta perdida",
    "refresh-reused": "Copia de un inicio de sesión detectada; sesión cerrada en el dispositivo",
    "second-factor-guessed":
      "Intentos de adivinar códigos del segundo paso; durante un tiempo no vale ninguno",
    "second-factor-off": "Inicio de sesión en dos pasos desactivado",
    "second-factor-on": "Inicio de sesión en dos pasos activado",
    "signed-in": "Sesión iniciada",
    "signed-out": "Sesión cerrada",
    "stepped-up": "Identidad confirmada de nuevo",
  },
  signedInOnNewDevice: "Sesión iniciada en un dispositivo nuevo",
} satisfies Activity;
