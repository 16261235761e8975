import type { Terminal } from "../index.ts";

const unhardened = "开发环境会不加防护地显示邮件和回答；它必须留在本机";
const guessed = "猜到它的人可以冒充任何人";
const unusable = (value: string) => `“${value}”不可用`;
const notHttps = (value: string) => `“${value}”不是 https`;

export const settings = {
  why: "原因",
  write: "请写",
  or: "或",
  misspelt: { what: "不是设置项，没有程序会读取它", why: "它的名称与某个设置项非常接近" },
  notKnown: ({ value, choices }) => ({
    what: `“${value}”是未知的值`,
    why: `必须是以下之一：${choices}`,
  }),
  notInRange: ({ value, least, most }) => ({
    what: unusable(value),
    why: `必须是 ${least} 到 ${most} 的整数`,
  }),
  noDuration: ({ value }) => ({ what: unusable(value), why: "格式必须类似 30s、15m、12h 或 7d" }),
  durationNotInRange: ({ value, least, most }) => ({
    what: unusable(value),
    why: `必须在 ${least} 到 ${most} 之间`,
  }),
  noQuota: ({ value }) => ({
    what: unusable(value),
    why: "必须是每天的提问数（如 20/d）、令牌数（如 500000t/d）、以英文逗号分隔的两者，或 none",
  }),
  quotaTooLow: ({ value, least }) => ({
    what: `"${value}" 少于一次回答可能的花费`,
    why: `每次回答最多预留 ${least} 个令牌，因此不会有任何问题得到回答`,
  }),
  noRoleName: ({ value }) => ({
    what: `“${value}”没有给出新角色的名称`,
    why: "角色写作 name:user 或 name:moderator；名称由小写字母、数字和连字符组成，只能出现一次，且不能是 guest、user、moderator、admin",
  }),
  noRoleLike: ({ value }) => ({
    what: `“${value}”没有说明它与哪个角色同级`,
    why: "角色的级别、配额和双重验证要求与 user 或 moderator 相同；什么都能做的就是 admin",
  }),
  noDomain: ({ value }) => ({
    what: `“${value}”不是域名`,
    why: "它会与地址中 @ 之后的部分比较：请写成 example.org 的形式",
  }),
  domainsUnproven: {
    what: "列出了无人需要证明的域名",
    why: "在 EMAIL_VERIFICATION=off 时，任何人都可以输入这些域名的地址",
  },
  noWebAddress: ({ value }) => ({
    what: `“${value}”不是网址`,
    why: "链接、Cookie 和令牌都由它生成",
  }),
  noOrigin: ({ value }) => ({
    what: `“${value}”不是来源`,
    why: "来源会精确比较：协议、主机和端口，不含路径或斜杠",
  }),
  noAddressRange: ({ value }) => ({
    what: `“${value}”不是地址范围`,
    why: "格式必须类似 10.0.0.0/8",
  }),
  hasPath: ({ value }) => ({
    what: `“${value}”含有路径`,
    why: "它是来源：Cookie 和令牌不区分路径",
  }),
  notWritable: ({ value }) => ({
    what: `无法写入“${value}”`,
    why: "内嵌数据库和生成的主密钥都在那里",
  }),
  noRedis: { what: "不是 Redis 地址", why: "多台服务器在其中共同计算限制" },
  noPostgres: { what: "不是 Postgres 地址", why: "数据库须为 Postgres 15 或更高版本" },
  transportNotSet: ({ value, setting }) => ({
    what: `其中的“${value}”没有设置`,
    why: `只有设置了 ${setting}，邮件才会走这条路`,
  }),
  noWebhookSecret: {
    what: "不是 Resend 显示的内容",
    why: "它以 whsec_ 开头；伪造报告的人可能使某些地址收不到邮件",
  },
  noMailServer: { what: "不是邮件服务器的地址", why: "邮件通过它发出" },
  noSender: { what: "缺失", why: "邮件服务器会拒绝发件人不属于其域名的邮件" },
  noBearerSecret: {
    what: "不够随机",
    why: "猜到它的人可以查询令牌；至少 32 个字母、数字或 - . _ ~ + /",
  },
  reachable: ({ value }) => ({ what: `“${value}”可从别处访问`, why: unhardened }),
  publicAddress: ({ value }) => ({ what: `“${value}”是公网地址`, why: unhardened }),
  notHttps: ({ value }) => ({ what: notHttps(value), why: "Cookie 和令牌会以明文传输" }),
  bookNotHttps: ({ value }) => ({ what: notHttps(value), why: "邮件中的链接会把令牌带到那里" }),
  otherSite: ({ value, api }) => ({
    what: `“${value}”与“${api}”不在同一站点`,
    why: "浏览器会丢弃跨站 Cookie，读者每次重新加载都会退出登录",
  }),
  sharedHost: ({ value, suffix }) => ({
    what: `“${value}”位于 ${suffix} 之下，那里每个名称都是独立的站点`,
    why: "Safari 和 Brave 不会保留别处 API 的 Cookie：它必须使用完全相同的名称，或位于 /api 的代理之后",
  }),
  noMail: { what: "缺失", why: "没有人能验证地址" },
  limitsOff: { what: "“off”仅供测试", why: "密码会被无限次猜测" },
  /** Of a language model's settings. */
  modelIncomplete: { what: "缺失", why: "语言模型需要同时给出地址和名称" },
  modelNotHttps: ({ value }) => ({
    what: notHttps(value),
    why: "它的密钥和读者的问题会以明文传输",
  }),
  modelRoute: ({ value }) => ({
    what: `“${value}”只是模型的一个路由`,
    why: "chat/completions 会自动加在它后面",
  }),
  noModelKey: { what: "无法使用", why: "它放在请求头里：可见的 ASCII 字符，不含空格" },
  noPartner: ({ partner }) => ({
    what: "缺失",
    why: `它与 ${partner} 成对：两者都设置后服务商才会启用`,
  }),
  providerNeeds: ({ name }) => ({ what: "缺失", why: `没有它就无法连接 ${name}` }),
  notUsable: ({ value }) => ({ what: unusable(value), why: "服务商的地址由它生成" }),
  noIssuer: ({ value }) => ({
    what: unusable(value),
    why: "必须是服务商的 https 地址，与其文档中的 issuer 完全一致",
  }),
  noSecret: {
    what: "缺失",
    why: "令牌和保存的密钥都依赖它；自动生成的会随本机一起丢失",
  },
  idTwice: { what: "重复使用了同一编号", why: "每个编号指明是哪一个密钥" },
  secretTooShort: ({ id, least }) => ({
    what: `主密钥“${id}”短于 ${least} 字节`,
    why: guessed,
  }),
  secretIsExample: ({ id }) => ({ what: `主密钥“${id}”是示例，不是真正的密钥`, why: guessed }),
  secretRepeats: ({ id }) => ({ what: `主密钥“${id}”重复过多`, why: guessed }),
} satisfies Terminal["settings"];
