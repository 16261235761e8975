import type { Terminal } from "../index.ts";

export const commands = {
  applied: "已应用",
  pending: "待应用",
  takenBack: "已撤销",
  upToDate: "数据库结构已是最新。",
  nothingToTakeBack: "没有可撤销的内容。",
  serverHasDatabase: "有服务器正在使用内嵌数据库。请先停止它：不能在使用中更改结构。",
  unknownMigration: ({ wanted, known }) => `没有名为“${wanted}”的迁移。现有的有：${known}。`,
  notApplied: ({ name }) => `“${name}”尚未应用，因此无法撤销到它。请使用 migrate up。`,
  appliedAlready: ({ name }) => `“${name}”已应用，并且还有更新的。请使用 migrate down。`,
  downInProduction: "撤销迁移会删除其中的数据。这是生产环境：请先备份，再加上 --yes。",
  badMigrationName: ({ name }) =>
    `“${name}”不能作为迁移的名称。请使用小写字母、数字和连字符：add-bookmarks。`,
  noSources: "迁移要在 Bookplate 的源码目录中编写；这里没有可写入的源码。",
  written: ({ file }) => `已写入  ${file}`,
  noBuiltBook: ({ directory }) =>
    `${directory} 中没有构建好的书：缺少 build/bookplate-pages.json。请先用 Bookplate 主题构建本书。`,
  indexed: ({ pages, passages }) => `现在可以搜索：${pages} 个页面中的 ${passages} 个段落。`,
  indexOfAnotherBook: ({ directory }) =>
    `下次启动时，服务器会重新索引自己的书。要保留这一本，请写入  BOOK_DIR=${directory}`,
  resetAsks: ({ directory }) => `要删除 ${directory} 中的内嵌数据库和收存的邮件吗？`,
  resetNeedsYes: ({ directory }) => `这会删除 ${directory} 中的内嵌数据库和收存的邮件。要执行请加上 --yes。`,
  resetIsNotForPostgres: "DATABASE_URL 指向 Postgres，而 reset 只删除内嵌数据库。没有删除任何内容。",
  resetCancelled: "没有删除任何内容。",
  resetDone: ({ directory }) => `已删除。下次启动会在 ${directory} 中创建新的数据库。`,
} satisfies Terminal["commands"];
