import { counting } from "../counting.ts";
import type { ChatMessages } from "./index.ts";

const counted = counting("zh");

/** What the chat panel says, in Chinese, in simplified characters. */
export const zh = {
  language: "zh",
  title: "向本书提问",
  close: "关闭",
  back: "返回对话",
  loading: "正在加载…",

  conversations: "您的对话",
  newConversation: "新对话",

  emptyHeading: "向本书提一个问题",
  emptyText: "回答会引用书中的内容，并链接到出处所在的章节，方便您继续阅读和核对。",
  suggestionsLabel: "例如",
  suggestions: ["这本书讲什么？", "我该如何开始？", "我应该先读什么？"],

  conversation: "对话",
  you: "您",
  book: "本书",
  sources: "书中出处",
  answering: "正在书中查找…",
  answerReady: "回答已完成",
  answerStopped: "回答已停止",
  hidden: "这条消息已被管理员隐藏。",
  answerFailed: "回答在结束之前中断了。",
  answerBroken: "接收回答时连接中断了。",
  continueReading: "继续",
  askAgain: "重新提问",
  newText: "新内容",

  question: "您的问题",
  questionPlaceholder: "您想了解什么？",
  send: "发送",
  sending: "正在发送…",
  stop: "停止",
  stopping: "正在停止…",
  sendHint: "按 Enter 发送，按 Shift + Enter 换行。",
  charactersLeft: ({ count }) => counted(count, { other: "还可输入 # 个字符" }),
  charactersOver: ({ count }) => counted(count, { other: "超出 # 个字符" }),
  quote: "您的问题针对",
  removeQuote: "移除引用的文字",
  askAboutThis: "就此提问",
  bookmark: "添加书签",
  bookmarkPage: "为本页添加书签",
  bookmarked: "已添加书签",
  notBookmarked: "未能添加，请重试。",

  guest: "您现在是访客。注册后即可保留这些对话。",
  register: "注册",
  signIn: "登录",

  tryAgain: "重试",
  dismiss: "忽略",
  problems: {
    "too-many-requests": ({ time }) =>
      time === null
        ? "短时间内提问太多。请稍候；您的问题已保留。"
        : `短时间内提问太多。请在 ${time} 再试；您的问题已保留。`,
    "quota-exceeded": ({ time, wait }) =>
      time === null
        ? "您目前的提问次数已用完。您的问题已保留。"
        : `您目前的提问次数已用完。${wait}（${time}）恢复；您的问题已保留。`,
    "budget-spent": ({ time, wait }) =>
      time === null
        ? "本书今天可回答的次数已用完。您的问题已保留。"
        : `本书今天可回答的次数已用完。${wait}（${time}）恢复；您的问题已保留。`,
    "answer-running": () => "这个对话中还有一条回答正在生成。",
    "server-busy": ({ time }) =>
      time === null
        ? "服务器繁忙。请稍后再试；您的问题已保留。"
        : `服务器繁忙。请在 ${time} 再试；您的问题已保留。`,
    "database-unavailable": ({ time }) =>
      time === null
        ? "服务器暂时无法读取对话。请稍后再试；没有丢失任何内容。"
        : `服务器暂时无法读取对话。请在 ${time} 再试；没有丢失任何内容。`,
    "signed-out": () => "您已退出登录。请登录后继续；您的问题已保留。",
    "not-found": () => "这个对话已不存在。您的问题已保留；请在新对话中提出。",
    "question-refused": () => "服务器没有接受这个问题。请修改后再试。",
    network: () => "无法连接服务器。请检查网络；您的问题已保留。",
    unexpected: () => "我们这边出了问题。您的问题已保留。",
  },
} satisfies ChatMessages;
