import type { ProofsWords } from "./index.ts";

/** How readers prove who they are, in Chinese, in simplified characters. */
export const zh = {
  submit: "继续",
  busy: "正在验证…",
  cancel: "取消",

  totp: {
    label: "身份验证器应用中的验证码",
    hint: "6 位数字。每 30 秒更新一次。",
    incomplete: "请输入全部 6 位数字。",
    wrong: "验证码不正确或已被使用。请等待下一个。",
  },
  recoveryCode: {
    label: "恢复码",
    hint: "您开启两步验证时保存的恢复码之一。每个只能用一次。",
    wrong: "这不是您的恢复码，或者已被使用。",
  },
  mailCode: {
    label: "邮件中的验证码",
    hint: "8 位数字，10 分钟内有效。",
    incomplete: "请输入全部 8 位数字。",
    wrong: "验证码不正确或已过期。输错五次后即作废；新邮件会带来新的验证码。",
  },
  password: {
    label: "您的密码",
    wrong: "密码不正确。",
  },

  secondFactor: {
    title: "还差一步",
    lead: "您的账号受两步验证保护。请打开身份验证器应用，输入其中显示的验证码。",
    recoveryTitle: "使用恢复码",
    recoveryLead: "在无法使用应用时使用。此恢复码用后作废，其余仍然有效。",
    trust: "信任此设备 30 天",
    trustHint: "在此期间不再要求验证码。与他人共用的设备请勿勾选。",
    useRecoveryCode: "改用恢复码",
    useTotp: "改用身份验证器应用",
    startAgain: "重新开始",
    overTitle: "请重新登录",
    over: "用时太久，或验证码输错太多次。您的账号没有受到任何影响。",
  },

  stepUp: {
    title: "请确认是您本人",
    lead: "这关系到您账号的安全。确认之后，将从刚才的地方继续。",
    looking: "请稍候…",
    other: "用其他方式确认：",
    ways: {
      password: "密码",
      totp: "身份验证器应用",
      "recovery-code": "恢复码",
      passkey: "通行密钥",
      "mail-code": "邮件验证码",
    },
    none: "这里没有可用的确认方式。请退出登录，重新登录后再试。",
    mailLead: "我们会把验证码发送到",
    send: "给我发送验证码",
    sending: "正在发送…",
    sent: "含有验证码的邮件正在发送。",
    sendAgain: "再发送一个验证码",
  },
} satisfies ProofsWords;
