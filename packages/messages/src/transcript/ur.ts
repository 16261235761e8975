import type { TranscriptWords } from "./index.ts";

/** The words of a conversation that is taken along as a file, in Urdu. */
export const ur = {
  question: "سوال",
  answer: "جواب",
  sources: "ماخذ",
  hidden: "یہ پیغام ایک نگران نے چھپا دیا ہے۔",
  incomplete: "یہ جواب نامکمل ہے۔",
  untitled: "گفتگو",
} satisfies TranscriptWords;
