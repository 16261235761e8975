import type { TranscriptWords } from "./index.ts";

/** The words of a conversation that is taken along as a file, in Chinese. */
export const zh = {
  question: "问题",
  answer: "回答",
  sources: "来源",
  hidden: "此消息已被版主隐藏。",
  incomplete: "此回答不完整。",
  untitled: "对话",
} satisfies TranscriptWords;
