import type { Invite } from "./en.ts";

export const invite = {
  help: {
    invite: "邀请某人创建账号",
    email: "仅限此地址，链接会邮寄给它",
    role: "账号的角色；省略时为 user",
    expires: "有效期，如 12h 或 7d；最长 90d",
    language: "邮件的语言，如 de",
    list: "显示受邀者和已接受者",
    withdraw: "撤回邀请",
    id: "如 invite list 所示",
  },
  made: ({ moment }) => `此链接可创建一个账号，${moment} 之前有效：`,
  mailed: ({ email }) => `也已寄往 ${email}。`,
  nobody: "没有受邀者。",
  anybody: "持有链接的人",
  until: ({ moment }) => `${moment} 之前`,
  accepted: ({ moment }) => `已于 ${moment} 接受`,
  withdrawn: "该邀请已失效。",
  noSuchInvitation: ({ id }) => `没有等待中的邀请“${id}”。`,
  noSuchRole: ({ role }) => `没有角色“${role}”。`,
  badExpiry: ({ value }) => `“${value}”无法使用：应为 12h 或 7d 的形式，最长 90d。`,
  noAddress: ({ email }) => `“${email}”不是可以接收邮件的地址。`,
  taken: ({ email }) => `${email} 已有账号。`,
  closed: "无论是否受邀，都无法创建账号：SIGN_UP 为 closed。请写 SIGN_UP=invitation。",
} satisfies Invite;
