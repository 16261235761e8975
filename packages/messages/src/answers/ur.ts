import type { AnswerSentences } from "./index.ts";

/** What the embedded model says besides quoting, in Urdu. */
export const ur = {
  standIn: "زبان کا ماڈل اس وقت جواب نہیں دے رہا، اس لیے یہاں خود کتاب ہے۔",
  onePassage: "کتاب اس بارے میں یہ کہتی ہے:",
  severalPassages: "کتاب کے یہ حصے آپ کے سوال سے سب سے زیادہ ملتے ہیں:",
  nearest: "کتاب میں اس کا براہِ راست ذکر نہیں۔ قریب ترین یہ ہے:",
  nothing:
    "مجھے کتاب میں اس بارے میں کچھ نہیں ملا۔ دوسرے الفاظ آزمائیں، مثلاً وہ جو کتاب اپنے عنوانات میں استعمال کرتی ہے، یا ایک وقت میں ایک ہی بات پوچھیں۔",
} satisfies AnswerSentences;
