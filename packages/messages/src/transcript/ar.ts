import type { TranscriptWords } from "./index.ts";

/** The words of a conversation that is taken along as a file, in Arabic. */
export const ar = {
  question: "سؤال",
  answer: "جواب",
  sources: "المصادر",
  hidden: "أخفى أحد المشرفين هذه الرسالة.",
  incomplete: "هذا الجواب غير مكتمل.",
  untitled: "محادثة",
} satisfies TranscriptWords;
