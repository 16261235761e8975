import type { SignUpWords } from "./index.ts";

export const es = {
  closedTitle: "Sin cuentas nuevas",
  closed: "Este libro no admite cuentas nuevas por ahora. Puede leerlo entero sin una.",
  neededTitle: "Por invitación",
  needed:
    "Aquí las cuentas nuevas se crean por invitación. Si ha recibido una, abra su enlace o péguelo aquí.",
  link: "Enlace de su invitación",
  linkWrong: "Este no es el enlace de una invitación.",
  submit: "Continuar",
  invited: "Tiene una invitación. Elija un nombre y una contraseña.",
  domains: ({ domains }) => `Las cuentas son aquí para direcciones de ${domains}.`,
} satisfies SignUpWords;
