import { counting } from "../counting.ts";
import type { ShelfWords } from "./index.ts";

const counted = counting("zh");

/** Chinese, in simplified characters. */
export const zh = {
  chats: {
    search: "搜索您的对话",
    searchHint: "搜索标题、问题和回答。",
    found: ({ count, words }) => counted(count, { other: `“${words}”：# 处` }),
    nothingFound: ({ words }) => `您的对话中没有“${words}”。`,
    export: "下载",
    exportNamed: ({ title }) => `下载“${title}”`,
    exportQuestion: "您想要哪种格式？",
    markdown: "文本（Markdown）",
    json: "数据（JSON）",
    exported: "已保存到您的下载文件夹。",
  },
  bookmarks: {
    lead: "您在本书中保留的位置，最新的在前。",
    empty: "您还没有保留任何位置。",
    home: "首页",
    kept: ({ ago }) => `保留于${ago}`,
    note: "备注",
    addNote: "添加备注",
    changeNote: "修改备注",
    noteNamed: ({ place }) => `“${place}”的备注`,
    noted: "备注已保存。",
    remove: "移除",
    removeNamed: ({ place }) => `移除书签“${place}”`,
    removeQuestion: "要移除这个书签及其备注吗？",
    removed: "已移除。",
  },
  usage: {
    title: "您还可以提问多少",
    messages: ({ used, count }) => counted(count, { other: `已提问 ${used} 个，上限 # 个` }),
    tokens: ({ used, count }) => counted(count, { other: `已使用 ${used} 个 token，上限 # 个` }),
    tokensHint: "token 是模型为您读写的文本片段。",
    anew: ({ time }) => `${time} 起重新计算。`,
  },
} satisfies ShelfWords;
