import type { AnswerSentences } from "./index.ts";

/** What the embedded model says besides quoting, in Arabic. */
export const ar = {
  standIn: "لا يجيب النموذج اللغوي الآن، فإليك الكتاب نفسه.",
  onePassage: "هذا ما يقوله الكتاب في ذلك:",
  severalPassages: "هذه أنسب مواضع الكتاب لسؤالك:",
  nearest: "لا يتحدث الكتاب عن هذا مباشرة. وهذا أقرب ما فيه:",
  nothing:
    "لم أجد في الكتاب شيئًا عن هذا. جرّب كلمات أخرى، كالتي يستخدمها الكتاب نفسه في عناوينه، أو اسأل عن أمر واحد في كل مرة.",
} satisfies AnswerSentences;
