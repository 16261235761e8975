import type { Labels } from "./index.ts";

/** Chinese, in simplified characters. */
export const zh = {
  signIn: "登录",
  yourAccount: "您的账号",
  askTheBook: "向本书提问",
  chatDidNotLoad: "对话未能加载。重试",
} satisfies Labels;
