import type { AuditWords } from "./en.ts";

export const audit = {
  help: {
    audit: "查看安全记录是否完整",
    verify: "逐条检查安全记录的链，并指出不成立之处；此时退出码为 1",
    head: "先前运行打印、保存在别处的链首，形如 position:hash；可发现被截短的链",
  },
  events: ({ count }) => `链中的记录：${count}`,
  erased: ({ count }) => `其中随已删除的账号清空：${count}`,
  unchained: ({ count, moment }) => `尚未入链：${count}，最早的始于 ${moment}`,
  behind: "只要有服务器在运行，记录会在两分钟内入链。",
  cut: ({ position }) => `到期移除：直至位置 ${position}`,
  head: ({ head }) => `链首，请保存在别处：${head}`,
  empty: "链是空的。",
  holds: "链成立。",
  broken: ({ count }) => `链不成立。位置数：${count}`,
  faults: {
    changed: "该记录的内容已被改动",
    unlinked: "该记录、其位置或前一条被替换",
    missing: "此位置之前缺少记录",
    erased: "该记录是空的，且没有已删除的账号可以解释",
    head: "所给的链首不在链中",
  },
  headThere: "所给的链首在链中。",
  headCutOff: "所给的链首早于现存的记录，已不能说明什么。",
  badHead: ({ value }) => `“${value}”不是链首：链首由位置、冒号和 64 位十六进制数字组成。`,
} satisfies AuditWords;
