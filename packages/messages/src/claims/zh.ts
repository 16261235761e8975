import { counting } from "../counting.ts";
import type { ClaimsWords } from "./index.ts";

const counted = counting("zh");

/** Chinese, in simplified characters. */
export const zh = {
  keepChats: ({ count }) =>
    counted(count, { one: "将这个对话加入我的账号", other: "将这 # 个对话加入我的账号" }),
  untitled: "未命名的对话",
  moreChats: ({ count }) => counted(count, { other: "还有 # 个" }),
  keepBookmarks: ({ count }) =>
    counted(count, { one: "将这个书签加入我的账号", other: "将这 # 个书签加入我的账号" }),
  alsoBookmarks: ({ count }) => counted(count, { other: "还有 # 个书签" }),
  question: ({ count }) => counted(count, { other: "这台设备上有 # 个登录之前的对话。" }),
  otherQuestion: "这台设备上有登录之前的书签。",
  add: "加入我的账号",
  adding: "正在加入…",
  leave: "不是我的",
} satisfies ClaimsWords;
