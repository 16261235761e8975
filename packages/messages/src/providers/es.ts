import type { ProviderWords } from "./index.ts";

/** Spanish, in the polite form. */
export const es = {
  continueWith: ({ name }) => `Continuar con ${name}`,
  leaving: ({ name }) => `Yendo a ${name}…`,
  lastUsed: "Último uso",
  finishing: "Terminando el inicio de sesión…",
  linked: {
    title: "Proveedores vinculados",
    lead: "Con cada uno puede iniciar sesión. De él solo se lee quién es usted.",
    empty: "Todavía no hay ninguno vinculado.",
    since: ({ ago }) => `Vinculado ${ago}`,
    link: ({ name }) => `Vincular ${name}`,
    remove: "Eliminar",
    removeNamed: ({ name }) => `Eliminar el vínculo con ${name}`,
    question: ({ name }) => `¿Eliminar el vínculo? Ya no podrá iniciar sesión con ${name}.`,
    removed: ({ name }) => `Ya no puede iniciar sesión con ${name}.`,
    done: ({ name }) => `${name} está vinculado. Desde ahora puede iniciar sesión con él.`,
    finishing: "Vinculando…",
  },
} satisfies ProviderWords;
