import type { Labels } from "./index.ts";

/** Spanish. */
export const es = {
  signIn: "Iniciar sesión",
  yourAccount: "Su cuenta",
  askTheBook: "Preguntar al libro",
  chatDidNotLoad: "No se ha cargado la conversación. Intentar de nuevo",
} satisfies Labels;
