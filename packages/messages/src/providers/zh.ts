import type { ProviderWords } from "./index.ts";

/** Chinese, in simplified characters. */
export const zh = {
  continueWith: ({ name }) => `用 ${name} 继续`,
  leaving: ({ name }) => `正在前往 ${name}…`,
  lastUsed: "上次使用",
  finishing: "正在完成登录…",
  linked: {
    title: "已关联的服务商",
    lead: "每一个都可以让您登录。我们只从中读取您的身份。",
    empty: "尚未关联任何服务商。",
    since: ({ ago }) => `关联于${ago}`,
    link: ({ name }) => `关联 ${name}`,
    remove: "移除",
    removeNamed: ({ name }) => `移除与 ${name} 的关联`,
    question: ({ name }) => `要移除关联吗？此后将无法用 ${name} 登录。`,
    removed: ({ name }) => `已无法用 ${name} 登录。`,
    done: ({ name }) => `${name} 已关联。从现在起可以用它登录。`,
    finishing: "正在关联…",
  },
} satisfies ProviderWords;
