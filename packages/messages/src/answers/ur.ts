import type { AnswerSentences } from "./index.ts";

/** What the embedded model says besides quoting, in Urdu. */
export const ur = {
  onePassage: "کتاب اس بارے میں یہ کہتی ہے:",
  severalPassages: "کتاب کے یہ حصے آپ کے سوال سے سب سے زیادہ ملتے ہیں:",
  nothing:
    "مجھے کتاب میں اس بارے میں کچھ نہیں ملا۔ دوسرے الفاظ آزمائیں، مثلاً وہ جو کتاب اپنے عنوانات میں استعمال کرتی ہے، یا ایک وقت میں ایک ہی بات پوچھیں۔",
} satisfies AnswerSentences;
