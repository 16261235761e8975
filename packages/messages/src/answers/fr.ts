import type { AnswerSentences } from "./index.ts";

/** What the embedded model says besides quoting, in French. */
export const fr = {
  standIn: "Le modèle de langue ne répond pas pour le moment ; voici donc le livre lui-même.",
  onePassage: "Voici ce que le livre en dit :",
  severalPassages: "Voici les parties du livre qui répondent le mieux à votre question :",
  nearest: "Le livre n’en parle pas directement. Voici ce qui s’en rapproche le plus :",
  nothing:
    "Je n’ai rien trouvé à ce sujet dans le livre. Essayez d’autres mots, par exemple ceux que le livre emploie dans ses titres, ou posez une seule question à la fois.",
} satisfies AnswerSentences;
