import type { ProviderWords } from "./index.ts";

export const de = {
  continueWith: ({ name }) => `Weiter mit ${name}`,
  leaving: ({ name }) => `Weiter zu ${name} …`,
  lastUsed: "Zuletzt benutzt",
  finishing: "Die Anmeldung wird abgeschlossen …",
  linked: {
    title: "Verknüpfte Anbieter",
    lead: "Jeder davon meldet Sie an. Gelesen wird dort nichts, außer wer Sie sind.",
    empty: "Noch ist keiner verknüpft.",
    since: ({ ago }) => `Verknüpft ${ago}`,
    link: ({ name }) => `${name} verknüpfen`,
    remove: "Lösen",
    removeNamed: ({ name }) => `Verknüpfung mit ${name} lösen`,
    question: ({ name }) => `Verknüpfung lösen? ${name} meldet Sie dann nicht mehr an.`,
    removed: ({ name }) => `${name} meldet Sie nicht mehr an.`,
    done: ({ name }) => `${name} ist verknüpft und meldet Sie von nun an an.`,
    finishing: "Wird verknüpft …",
  },
} satisfies ProviderWords;
