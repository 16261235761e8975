import type { Quota } from "./en.ts";

export const quota = {
  help: {
    quota: "查看今天的提问情况，为某位读者单独设定限额",
    show: "显示某位读者今天已问和可问的数量；不指定读者则显示所有人合计",
    set: "为某位读者单独设定限额，立即生效",
    reader: "账户的邮箱地址，或者账户或访客的 id",
    messages: "每天的提问数：一个数字，0 表示完全禁止，default 表示与所有人相同",
    tokens: "每天的令牌数，写法相同",
  },
  names: { messages: "提问", tokens: "令牌" },
  used: ({ name, used, limit }) => `${name}：${used} / ${limit}`,
  usedWithoutLimit: ({ name, used }) => `${name}：${used}，无限额`,
  own: "为此读者单独设定",
  until: ({ moment }) => `这一天于 ${moment} 结束。`,
  serverWithoutLimit: "所有人合计不受限制：未设置 QUOTA_SERVER。",
  noSuchReader: ({ reader }) => `没有名为“${reader}”的账户或访客。`,
  badLimit: ({ value }) => `“${value}”既不是最多九位的整数，也不是 default。`,
  nothingToSet: "请说明要设定什么：--messages、--tokens，或两者。",
} satisfies Quota;
