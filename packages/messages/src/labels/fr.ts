import type { Labels } from "./index.ts";

/** French. */
export const fr = {
  signIn: "Se connecter",
  yourAccount: "Votre compte",
  askTheBook: "Interroger le livre",
  chatDidNotLoad: "La conversation ne s’est pas chargée. Réessayer",
} satisfies Labels;
