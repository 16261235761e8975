import type { AnswerSentences } from "./index.ts";

/** What the embedded model says besides quoting, in Arabic. */
export const ar = {
  onePassage: "هذا ما يقوله الكتاب في ذلك:",
  severalPassages: "هذه أنسب مواضع الكتاب لسؤالك:",
  nothing:
    "لم أجد في الكتاب شيئًا عن هذا. جرّب كلمات أخرى، كالتي يستخدمها الكتاب نفسه في عناوينه، أو اسأل عن أمر واحد في كل مرة.",
} satisfies AnswerSentences;
