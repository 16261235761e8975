import type { AnswerSentences } from "./index.ts";

/** What the embedded model says besides quoting, in Chinese. */
export const zh = {
  standIn: "语言模型暂时没有回应，因此直接为您引用书中内容。",
  onePassage: "关于这个问题，书中是这样说的：",
  severalPassages: "书中以下几处与您的问题最相关：",
  nearest: "书中没有直接谈到这一点。最接近的内容是：",
  nothing: "书中没有找到相关内容。请换一些词再试，例如书中标题里用到的词，或者一次只问一件事。",
} satisfies AnswerSentences;
