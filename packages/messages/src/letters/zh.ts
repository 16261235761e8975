import { counting } from "../counting.ts";
import type { Letters } from "./index.ts";

const counted = counting("zh");
const hours = (count: number) => counted(count, { other: "# 小时" });
const minutes = (count: number) => counted(count, { other: "# 分钟" });

const code = {
  codeLabel: "您的验证码",
  codeNote: ({ minutes: count }) =>
    count === undefined
      ? "请在要求输入验证码的页面上输入。它只在短时间内有效。"
      : `请在要求输入验证码的页面上输入。它在 ${minutes(count)}内有效。`,
} satisfies Partial<Letters["verifyUser"]>;

const confirm = {
  button: "确认此地址",
  valid: ({ hours: count }) =>
    `链接只能使用一次，${hours(count)}内有效。它会打开一个只有一个按钮的页面；在您按下按钮之前，什么都不会改变。`,
} satisfies Partial<Letters["verifyUser"]>;

const newPassword = {
  button: "设置新密码",
  valid: ({ hours: count }) =>
    `链接只能使用一次，${hours(count)}内有效。它会打开一个输入新密码的页面；在您提交之前，什么都不会改变。`,
} satisfies Partial<Letters["passwordReset"]>;

/** What the letters about the safety of an account have in common. */
const safety = {
  valid: "链接可以随时使用。",
  why: ({ book }) => `您收到此邮件，是因为它关系到您在《${book}》的账号安全；此类邮件无法关闭。`,
} satisfies Partial<Letters["newDevice"]>;

const lookAfterAccount = {
  button: "查看您的账号",
  notYou:
    "如果是您本人，无需任何操作。如果不是，说明有人进入了您的账号：请在按钮打开的页面上让您不认识的设备退出登录，并设置新密码。",
} satisfies Partial<Letters["secondFactorChanged"]>;

/** Chinese, in simplified characters and in the polite form. */
export const zh = {
  language: "zh",
  direction: "ltr",
  greeting: ({ name }) => `${name}，您好：`,
  greetingWithoutName: "您好：",
  linkBelowButton: "如果按钮无效，请将此地址复制到浏览器中：",
  sentTo: ({ to, book }) => `此邮件由《${book}》发送至 ${to}。`,
  labelled: ({ label, value }) => `${label}:${value}`,

  facts: {
    device: "设备",
    at: "时间",
    place: "地点",
    newAddress: "新地址",
    passkey: "通行密钥",
    provider: "服务商",
    reason: "原因",
    until: "截止",
    role: "角色",
    deviceName: ({ browser, system }) => `${system} 上的 ${browser}`,
    unknownDevice: "我们不认识的设备",
    near: ({ place }) => `${place} 或附近（根据网络地址判断）`,
    withoutEnd: "另行通知",
  },
  roles: { user: "读者", moderator: "审核员", admin: "管理员" },

  verifyRegistration: {
    ...code,
    ...confirm,
    subject: ({ book }) => `请确认您在《${book}》的地址`,
    lead: ({ to, book }) => `请确认 ${to} 是您的地址，您在《${book}》的账号即可使用。`,
    why: ({ book }) => `您收到此邮件，是因为有人用此地址在《${book}》注册。`,
    notYou: "如果不是您本人，无需任何操作：没有验证码或链接，就不会有账号。请勿将它们告诉任何人。",
  },
  verifyUser: {
    ...code,
    ...confirm,
    subject: ({ book }) => `请确认您在《${book}》的账号地址`,
    lead: ({ to, book }) => `请确认 ${to} 仍然属于您，并且是您在《${book}》的账号地址。`,
    why: ({ book }) => `您收到此邮件，是因为《${book}》有一个账号使用此地址，而此地址从未确认过。`,
    notYou: "如果账号不是您的，无需任何操作：地址将保持未确认状态。请勿将验证码和链接告诉任何人。",
  },
  alreadyRegistered: {
    subject: ({ book }) => `您在《${book}》已有账号`,
    lead: ({ to, book }) =>
      `有人试图用 ${to} 在《${book}》注册，而此地址在那里已有账号。如果是您本人，直接登录即可。`,
    button: "登录",
    valid: "此邮件不含验证码，其中的链接可以随时使用。",
    why: () => "您收到此邮件，是因为使用此地址的账号属于您。尝试注册的人并不会得知账号存在。",
    notYou: "如果不是您本人，无需任何操作：什么都没有改变，您的密码也没有变。",
  },
  sessionStolen: {
    ...safety,
    subject: ({ book }) => `我们让您的一台设备退出了《${book}》`,
    lead: ({ book }) =>
      `有人在《${book}》使用了您某台设备的过时登录信息。这可能意味着登录信息被复制，因此我们结束了它。您的其他设备保持登录。`,
    button: "重新登录",
    notYou: "如果您恢复过备份或复制过浏览器配置，重新登录即可。如果没有，或者再次发生，请告知本书的管理者。",
  },
  newDevice: {
    ...safety,
    subject: ({ book }) => `新设备登录了您在《${book}》的账号`,
    lead: ({ book }) => `有人在一台从未用过的设备上登录了您在《${book}》的账号。`,
    button: "查看您的设备",
    notYou:
      "如果是您本人，无需任何操作。如果不是，说明有人能以您的身份登录：请在按钮打开的页面上让该设备退出登录，并设置新密码。",
  },
  passwordReset: {
    ...code,
    ...newPassword,
    subject: ({ book }) => `为《${book}》设置新密码`,
    lead: ({ book }) => `有人表示忘记了您在《${book}》的账号密码。如果是您本人，请设置新密码。`,
    why: ({ book }) => `您收到此邮件，是因为有人在《${book}》的忘记密码页面上输入了此地址。`,
    notYou: "如果不是您本人，无需任何操作：您的密码保持不变。请勿将验证码和链接告诉任何人。",
  },
  passwordChanged: {
    ...safety,
    subject: ({ book }) => `您在《${book}》的密码已更改`,
    lead: ({ book }) => `您在《${book}》的账号有了新密码。此前登录的设备已退出登录。`,
    button: "另设密码",
    notYou:
      "如果是您本人，无需任何操作。如果不是，说明有人能以您的身份登录：请立即按下按钮，申请一封用于另设密码的邮件。",
  },
  accountUnderAttack: {
    ...safety,
    subject: ({ book }) => `有人在《${book}》尝试密码`,
    lead: ({ book }) =>
      `有人为您在《${book}》的账号输入了许多错误的密码。没有人因此进入，此后的尝试会在一段时间内被拒绝。在您曾登录过的浏览器中，您可以照常登录；在其他地方，可以通过邮件登录。`,
    button: "查看您的账号",
    notYou:
      "如果您的密码足够长，且没有在别处使用，无需任何操作。否则请设置新密码。有了通行密钥或两步验证，仅凭猜中的密码什么也打不开。",
  },
  emailChangeConfirm: {
    ...confirm,
    subject: ({ book }) => `请确认您在《${book}》的新地址`,
    lead: ({ to, book }) => `请确认您在《${book}》的账号应使用地址 ${to}。`,
    why: ({ book }) => `您收到此邮件，是因为有人想将此地址用于《${book}》的账号。`,
    notYou: "如果不是您本人，无需任何操作：没有链接，什么都不会改变。请勿将链接告诉任何人。",
  },
  emailChanged: {
    subject: ({ book }) => `您在《${book}》的账号地址已更改`,
    lead: ({ book }) => `您在《${book}》的账号现在使用另一个地址。今后有关它的邮件将发往那里。`,
    button: "撤销此更改",
    valid: ({ until }) =>
      `链接只能使用一次，有效期至 ${until}。它会打开一个只有一个按钮的页面；在您按下按钮之前，什么都不会改变。`,
    why: safety.why,
    notYou:
      "如果是您本人，无需任何操作。如果不是，请撤销：账号将恢复使用此地址，所有设备退出登录，密码和此后添加的一切都会移除，您会收到一封用于设置新密码的邮件。",
  },
  emailChangeUndone: {
    ...newPassword,
    subject: ({ book }) => `您在《${book}》的账号已恢复原地址`,
    lead: ({ to, book }) =>
      `地址更改已撤销：您在《${book}》的账号重新属于 ${to}。所有设备已退出登录，密码和更改之后添加的一切都已移除。请设置新密码后登录。`,
    why: safety.why,
    notYou: "如果撤销更改的不是您，说明有人能阅读您的邮件：请先保护好此邮箱，再设置新密码。",
  },
  invitation: {
    subject: ({ book }) => `邀请您加入《${book}》`,
    lead: ({ to, book }) => `您受邀用地址 ${to} 在《${book}》创建账号。`,
    button: "创建账号",
    valid: ({ until }) =>
      `该链接可创建一个账号，${until} 之前有效。它会打开注册页面；在您提交之前，什么都不会发生。`,
    why: ({ book }) => `您收到此邮件，是因为《${book}》的管理者邀请了此地址。`,
    notYou: "如果您没有在等待邀请，无需任何操作：不会有账号被创建。",
  },
  magicLink: {
    ...code,
    subject: ({ book }) => `登录《${book}》`,
    lead: ({ to, book }) =>
      `有人想通过发往 ${to} 的邮件登录您在《${book}》的账号。如果是您本人，请用验证码或按钮继续。`,
    button: "登录",
    valid: ({ minutes: count }) =>
      `链接只能使用一次，${minutes(count)}内有效。它会打开一个只有一个按钮的页面；在您按下按钮之前，不会有人登录。`,
    why: ({ book }) => `您收到此邮件，是因为有人向《${book}》申请用此地址登录的邮件。`,
    notYou: "如果不是您本人，无需任何操作：没有验证码或链接，就无法登录。请勿将它们告诉任何人。",
  },
  signInCode: {
    ...code,
    subject: ({ book }) => `您在《${book}》的验证码`,
    lead: ({ book }) =>
      `有人登录了您在《${book}》的账号，正要进行一项受保护的操作。此验证码用于证明是您本人。`,
    why: safety.why,
    notYou:
      "如果不是您本人，请勿将验证码告诉任何人：请登录，在账号页面上让您不认识的设备退出登录，并设置新密码。",
  },
  accountDeleted: {
    subject: ({ book }) => `您在《${book}》的账号已删除`,
    lead: ({ to, book }) =>
      `《${book}》中地址为 ${to} 的账号及其中保存的一切都已删除。这是有关它的最后一封邮件。`,
    why: ({ book }) => `您收到此邮件，是因为《${book}》的该账号曾使用此地址。`,
    notYou:
      "如果这是您的意愿，无需任何操作。如果不是，请告知本书的管理者：他们无法恢复账号，但应当知道此事。",
  },
  accountBanned: {
    subject: ({ book }) => `您在《${book}》的账号已被停用`,
    lead: ({ book }) => `《${book}》的管理者停用了您的账号。在此期间无人能登录它，所有设备已退出登录。`,
    why: safety.why,
    notYou: "如果您认为这是误会，请写信给本书的管理者。",
  },
  roleChanged: {
    subject: ({ book }) => `您在《${book}》的角色已更改`,
    lead: ({ book }) => `《${book}》的管理者为您的账号指定了另一角色。从现在起，它在您的所有设备上生效。`,
    why: safety.why,
    notYou: "如果您没有预料到此事，请写信给本书的管理者。",
  },
  secondFactorChanged: {
    ...safety,
    ...lookAfterAccount,
    changes: {
      on: {
        subject: ({ book }) => `《${book}》的两步验证已开启`,
        lead: ({ book }) => `从现在起，登录您在《${book}》的账号还需要身份验证器应用中的验证码。`,
      },
      off: {
        subject: ({ book }) => `《${book}》的两步验证已关闭`,
        lead: ({ book }) => `登录您在《${book}》的账号不再需要身份验证器应用中的验证码。`,
      },
      "codes-guessed": {
        subject: ({ book }) => `有人在《${book}》猜测验证码`,
        lead: ({ book }) =>
          `有人为您在《${book}》的账号连续输入了十个错误的验证码。此人知道您的密码、能读您的邮件，或持有您的设备。一段时间内任何验证码都无效；如果不是您本人，请更换密码。`,
      },
      "recovery-code-used": {
        subject: ({ book }) => `有人在《${book}》使用了恢复码`,
        lead: ({ book }) =>
          `有人使用了您在《${book}》的账号的一个恢复码。每个恢复码只能用一次；请在用完之前生成新的。`,
      },
      "recovery-codes-renewed": {
        subject: ({ book }) => `《${book}》的新恢复码`,
        lead: ({ book }) => `您在《${book}》的账号有了新的恢复码。旧的不再有效。`,
      },
    },
  },
  signInMethodChanged: {
    ...safety,
    ...lookAfterAccount,
    changes: {
      "passkey-added": {
        subject: ({ book }) => `《${book}》已添加通行密钥`,
        lead: ({ book }) => `从现在起，可以用新的通行密钥登录您在《${book}》的账号。`,
      },
      "passkey-removed": {
        subject: ({ book }) => `《${book}》已移除通行密钥`,
        lead: ({ book }) => `有一个通行密钥不再能登录您在《${book}》的账号。`,
      },
      "provider-linked": {
        subject: ({ book }) => `《${book}》新增登录方式`,
        lead: ({ book }) => `从现在起，可以通过登录另一项服务进入您在《${book}》的账号。`,
      },
      "provider-unlinked": {
        subject: ({ book }) => `《${book}》已移除一种登录方式`,
        lead: ({ book }) => `有一项其他服务不再能登录您在《${book}》的账号。`,
      },
    },
  },
  announcement: {
    why: ({ book }) => `您收到此邮件，是因为您在偏好设置中开启了《${book}》的消息。`,
    unsubscribe: "不再接收此类邮件",
  },
  mailTest: {
    subject: ({ book }) => `《${book}》的测试邮件`,
    lead: ({ book }) => `您能看到这封邮件，说明《${book}》的邮件可以送达。`,
    why: ({ book }) => `您收到此邮件，是因为《${book}》的管理者用此地址测试邮件能否送达。`,
    notYou: "如果您不是本书的管理者，无需任何操作。",
  },
} satisfies Letters;
