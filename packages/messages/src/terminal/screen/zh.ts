import { counting } from "../../counting.ts";
import type { Terminal } from "../index.ts";

const counted = counting("zh");
const seconds = new Intl.NumberFormat("zh", { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const migrations = (count: number) => counted(count, { other: "已应用 # 个迁移" });

export const screen = {
  database: "数据库",
  secret: "主密钥",
  mail: "邮件",
  answers: "回答",
  book: "书",
  mailbox: "邮箱",
  api: "接口",
  upToDate: "结构已是最新",
  migrated: ({ count }) => migrations(count),
  newFromImage: "新建，来自预先准备的映像",
  newMigrated: ({ count }) => `新建，${migrations(count)}`,
  secretReplaced: "已生成新的主密钥",
  secretGenerated: ({ file }) => `已生成到 ${file}（git 会忽略）`,
  mailCaught: "收存在本地，不会离开这台机器",
  mailSent: ({ from }) => `通过 SMTP 以 ${from} 发送`,
  noBook: "还没有找到书：请构建它，或设置 BOOK_DIR",
  answersFromExtracts: ({ count }) =>
    counted(count, { other: "extracts：引用书中内容（# 个段落），无需密钥" }),
  bookHint: "在聊天面板中提个问题",
  portMoved: ({ port }) => `端口 ${port} 已被占用，因此改用此端口`,
  mailboxHint: "此服务器发送的所有邮件",
  apiHint: "所有接口，附示例",
  claim: "还没有管理员。认领此服务器（30 分钟内，一次）：",
  claimAgain: "再次打印：npx bookplate admin link",
  noAdministrator: "还没有管理员：npx bookplate admin link 会打印一个链接。",
  ready: ({ count }) => `${seconds.format(count)} 秒就绪。按 Ctrl+C 停止；数据会保留。`,
} satisfies Terminal["screen"];
