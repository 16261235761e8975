import type { StrengthWords } from "./index.ts";

export const zh = {
  weak: "较弱：",
  good: "不易猜到。",
  strong: "非常难猜到。",
  weaknesses: {
    personal: "它基于您的姓名、您的地址或本书。请加上一些与您无关的词。",
    disguised: "这是稍加变化的常见密码。替换字母和数字作用不大；请加上一两个互不相关的词。",
    repeated: "它有重复。请改为加上互不相关的词。",
    sequence: "这些字符按通常的顺序排列。请改用词语。",
    keyboard: "这些是键盘上相邻的键。请改用词语。",
    date: "日期和年份很快就会被猜到。请加上与之无关的词。",
    word: "这是单个词或常用短语。请加上一两个互不相关的词。",
  },
} satisfies StrengthWords;
