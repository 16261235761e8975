import { counting } from "../counting.ts";
import type { ChatToolsWords } from "./index.ts";

const counted = counting("zh");

/** What the rarer parts of the chat panel say, in Chinese, in simplified characters. */
export const zh = {
  list: {
    empty: "您还没有提过问题。",
    untitled: "未命名的对话",
    showMore: "显示更多",
    updated: ({ ago }) => `上次使用：${ago}`,
    justNow: "刚刚",
    more: ({ title }) => `“${title}”的更多操作`,
    rename: "重命名",
    renameLabel: "标题",
    save: "保存",
    cancel: "取消",
    markdown: "保存为 Markdown",
    json: "保存为 JSON",
    saved: "已保存到您的下载文件夹。",
    remove: "删除",
    removeQuestion: "要永久删除这个对话及其回答吗？",
    atOnce: "一次显示完整回答",
    atOnceHint: "回答完成后才显示，而不是逐字出现。",
  },
  search: {
    label: "搜索您的对话",
    searching: "正在搜索…",
    found: ({ count }) => counted(count, { other: "找到 # 处" }),
    nothing: ({ query }) => `没有找到与“${query}”有关的内容。请换用其他词或减少词语。`,
  },
  feedback: {
    question: "这条回答有帮助吗？",
    up: "有帮助",
    down: "没有帮助",
    missing: "还缺少什么？（可不填）",
    send: "发送",
    thanks: "谢谢，已记录。",
  },
  report: {
    open: "举报",
    question: "这条回答有什么问题？",
    seen: "管理员会看到这条回答以及它前后最多各两条消息，看不到您的其他对话。",
    reasons: {
      wrong: "内容有误",
      harmful: "内容危险",
      offensive: "内容冒犯他人",
      privacy: "泄露了隐私",
      other: "其他问题",
    },
    comment: "是什么问题？",
    send: "发送举报",
    cancel: "取消",
    reported: "已举报。管理员会查看；如果回答被隐藏，原处会显示说明。",
  },
  unsent: {
    question: "您写了一个问题但还没有发送。退出登录会将其删除。",
    signOut: "退出登录并删除",
    stay: "保持登录",
  },
  quota: {
    messagesLeft: ({ count, time }) => counted(count, { other: `${time} 前还可提问 # 次。` }),
    messagesGone: ({ time, wait }) => `您的提问次数已用完。${wait}（${time}）恢复。`,
    tokensLeft: ({ percent, time }) => `${time} 前您的额度还剩 ${percent}。`,
    tokensGone: ({ time, wait }) => `您的额度已用完。${wait}（${time}）恢复。`,
    register: "注册账号可获得更多。",
  },
} satisfies ChatToolsWords;
