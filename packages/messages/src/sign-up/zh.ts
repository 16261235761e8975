import type { SignUpWords } from "./index.ts";

export const zh = {
  closedTitle: "暂不开放注册",
  closed: "本书目前不接受新账号。没有账号也可以阅读全书。",
  neededTitle: "需要邀请",
  needed: "这里的新账号需要邀请。如果您收到了邀请，请打开其中的链接，或将链接粘贴到这里。",
  link: "您的邀请链接",
  linkWrong: "这不是邀请链接。",
  submit: "继续",
  invited: "您已受邀。请设置姓名和密码。",
  domains: ({ domains }) => `这里的账号仅限 ${domains} 的地址。`,
} satisfies SignUpWords;
