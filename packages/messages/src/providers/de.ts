import type { ProviderWords } from "./index.ts";

const conversations = (count: number) => (count === 1 ? "1 Gespräch" : `${count} Gespräche`);

export const de = {
  continueWith: ({ name }) => `Weiter mit ${name}`,
  leaving: ({ name }) => `Weiter zu ${name} …`,
  lastUsed: "Zuletzt benutzt",
  finishing: "Die Anmeldung wird abgeschlossen …",
  claim: {
    question: ({ count }) =>
      `${conversations(count)} auf diesem Gerät ${count === 1 ? "stammt" : "stammen"} aus der Zeit vor der Anmeldung.`,
    add: "In mein Konto übernehmen",
    adding: "Wird übernommen …",
    leave: "Nicht von mir",
  },
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
