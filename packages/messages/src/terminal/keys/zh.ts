import type { Keys } from "./en.ts";

export const keys: Keys = {
  help: {
    keys: "查看或更改签署访问令牌的密钥和服务器的主密钥",
    list: "列出签名密钥及其用途",
    rotate: "发布新的签名密钥；十分钟后开始签名（每 90 天自动执行）",
    remove: "立即拒绝某个签名密钥的所有令牌，因为他人可能持有它",
    kid: "密钥的编号，来自 keys list 或令牌头",
    yes: "不拒绝，直接执行",
    secrets: "列出主密钥以及各自还被什么需要",
    reencrypt: "将加密内容转到 BOOKPLATE_SECRET 的第一个主密钥",
    forget: "放弃那些需要已丢失或必须立即停用的主密钥的内容",
    id: "主密钥的编号",
  },
  states: {
    next: "已发布，稍后签名",
    signs: "正在签名",
    verifies: "验证它签过的令牌",
    over: "已结束，将被删除",
  },
  from: ({ moment }) => `自 ${moment} 起`,
  rotated: ({ kid, moment }) => `已发布 ${kid}。它从 ${moment} 起签名，届时所有验证方都已获得它。`,
  rotatedAlready: "已有新密钥发布并在等待。没有任何改变。",
  removed: ({ kid, signs }) => `已移除 ${kid}。它的令牌会被拒绝；由 ${signs} 签名。没有人被退出登录。`,
  removeNeedsYes: ({ kid }) =>
    `这会移除 ${kid}：它签过的每个令牌都会立即被拒绝，客户端会获取新的。要执行请加上 --yes。`,
  noSuchKey: ({ kid }) => `没有签名密钥 ${kid}。bookplate keys list 会列出它们。`,
  secretStates: {
    mints: "用于生成新的令牌和密钥",
    verifies: "可接受",
    "not-listed": "不在 BOOKPLATE_SECRET 中",
  },
  needsNothing: "没有内容需要它：可以去掉",
  things: {
    "signing-keys": ({ count }) => `签名密钥：${count}（keys reencrypt 会转移）`,
    "second-factors": ({ count }) => `两步验证：${count}（keys reencrypt 会转移）`,
    letters: ({ count }) => `等待中的邮件：${count}（keys reencrypt 会转移）`,
    codes: ({ count }) => `邮件中的验证码：${count}（十分钟内失效）`,
    passwords: ({ count }) => `长密码：${count}（在其所有者登录时转移）`,
    sessions: ({ count }) => `会话：${count}（在读者回来时转移，或结束）`,
  },
  moved: ({ keys, letters }) => `已转到第一个主密钥：签名密钥 ${keys}，邮件 ${letters}。`,
  secretNeeded: ({ id, currentId, needs }) =>
    `BOOKPLATE_SECRET 中没有编号为“${id}”的主密钥，但仍有内容需要它：\n${needs}\n请把它放回末尾：BOOKPLATE_SECRET=${currentId}:<主密钥>,${id}:<该编号的主密钥>\nbookplate keys secrets 显示何时可以去掉它；bookplate keys forget ${id} 放弃需要它的内容。`,
  secretExchanged: ({ id }) =>
    `编号为“${id}”的主密钥与之前的不同。请给新的主密钥一个新编号，并把旧的放在后面：BOOKPLATE_SECRET=<新编号>:<新主密钥>,${id}:<旧主密钥>\n如果旧的已丢失，bookplate keys forget ${id} 会放弃需要它的内容。`,
  secretInUse: ({ id }) => `编号为“${id}”的主密钥排在列表首位，正在使用。请在它前面放另一个。`,
  unknownSecret: ({ id }) => `没有服务器使用过编号为“${id}”的主密钥。如果它是新的，请先用它启动服务器。`,
  forgetNeedsYes: ({ id }) =>
    `这会放弃需要主密钥“${id}”的内容：它的会话会结束，它的长密码必须重新设置。要执行请加上 --yes。`,
  forgotten: ({ id }) => `不再需要主密钥“${id}”。请把它从 BOOKPLATE_SECRET 中去掉。`,
  lost: ({ needs }) => `曾需要它的内容：\n${needs}`,
  schemaOld: "数据库结构比此程序旧。请启动服务器，或运行 bookplate migrate up，然后再试。",
};
