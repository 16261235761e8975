import type { FirstAdministratorWords } from "./index.ts";

/** The terminal's link, in Chinese. */
export const zh = {
  title: "管理此服务器",
  lead: "此链接让一个账号成为本书服务器的管理员：可以查看举报、封禁账号并授予角色。",
  signedOut: "请先登录，或创建账号。此页面会在此期间保留链接；请不要关闭。",
  signIn: "登录",
  register: "创建账号",
  signedInAs: "您已登录为",
  submit: "让我成为管理员",
  busy: "请稍候…",
  doneTitle: "您现在管理此服务器",
  done: "从现在起，此账号在所有设备上都拥有该角色。",
  secondFactorMissing: "此服务器要求管理员使用两步验证。在开启之前，您在这里能做的与普通读者相同。",
  next: "接下来",
  secure: "开启两步验证或添加通行密钥，这样仅凭密码什么也打不开",
  check: "在读者到来之前，用此命令检查设置：",
  toBook: "返回本书",
  deadTitle: "此链接已失效",
  dead: "它已被使用、已被更新的链接取代，或 30 分钟已过。在运行服务器的地方，此命令会打印新的链接：",
  missingTitle: "请打开终端中的链接",
  missing: "运行此服务器的人通过一个只能用一次的链接成为管理员。此命令会打印它：",
} satisfies FirstAdministratorWords;
