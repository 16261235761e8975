import type { AnswerSentences } from "./index.ts";

/** What the embedded model says besides quoting, in French. */
export const fr = {
  onePassage: "Voici ce que le livre en dit :",
  severalPassages: "Voici les parties du livre qui répondent le mieux à votre question :",
  nothing:
    "Je n’ai rien trouvé à ce sujet dans le livre. Essayez d’autres mots, par exemple ceux que le livre emploie dans ses titres, ou posez une seule question à la fois.",
} satisfies AnswerSentences;
