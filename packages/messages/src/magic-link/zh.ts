import type { MagicLinkWords } from "./index.ts";

/** Signing in by letter, in Chinese, in simplified characters. */
export const zh = {
  ask: {
    title: "用邮件登录",
    lead: "请告诉我们您的地址，我们会发送一个登录链接。无需密码。",
    submit: "给我发送链接",
    busy: "正在发送…",
    back: "返回登录",
  },
  inbox: {
    title: "请查收邮件",
    sent: "如果此地址有账号，一封邮件正在发往",
    sentEnd: "。",
    open: "打开邮件并按下其中的按钮。如果您在另一台设备上查看邮件，请在此输入其中的验证码。",
    submit: "登录",
    busy: "正在登录…",
    nothing: "没有收到？也请看看垃圾邮件。",
    resend: "重新发送",
    resending: "正在发送…",
    resent: "又一封邮件正在发送。从现在起，这里只认新邮件中的验证码。",
    otherAddress: "使用其他地址",
  },
  link: {
    title: "登录",
    lead: "按一下，您就在这台设备上登录为",
    leadNoAddress: "按一下，您就在这台设备上登录。",
    notYou: "如果您没有申请这封邮件，请关闭此页面。那样什么都不会发生。",
    submit: "在此登录",
    busy: "正在登录…",
    doneTitle: "您已登录",
    done: "这台设备会保持登录，直到您退出。",
    toBook: "返回本书",
    deadTitle: "此链接已失效",
    dead: "它已被使用或已过期。新邮件会带来新的链接。",
    missingTitle: "请打开邮件中的链接",
    missing: "此页面通过邮件中的链接让您登录。",
    signIn: "登录",
  },
} satisfies MagicLinkWords;
