import { counting } from "../counting.ts";
import type { ProblemFacts, Problems } from "./index.ts";

const counted = counting("zh");
const again = ({ retryAt }: ProblemFacts) =>
  retryAt === undefined ? "请稍后再试。" : `请在此时间之后再试：${retryAt}。`;
const reload = "请重新加载页面后再试。";
const signedOut = "您已退出登录。请重新登录。";

/** Chinese, in simplified characters. */
export const zh = {
  problems: {
    "account-banned": ({ until, reason }) =>
      [
        until === undefined ? "此账号已被停用。" : `此账号已被停用。停用截止：${until}。`,
        reason === undefined ? "" : `给出的原因：${reason}`,
      ]
        .join(" ")
        .trim(),
    "ambiguous-credentials": `此浏览器同时发送了两个会话。${reload}`,
    "answer-running": "上一条回答还在生成。请等它完成后再提问。",
    "body-too-large": "内容太长，无法发送。请缩短后再试。",
    "database-unavailable": (facts) => `服务器暂时无法读取数据。没有丢失任何内容。${again(facts)}`,
    "email-not-verified": "此地址尚未确认。请打开我们发送到该地址的邮件。",
    "email-taken": "此地址已有账号。请直接登录。",
    "flow-invalid": "这次登录在别处开始、已经结束或用时太久。请重新开始。",
    "guest-already-claimed": "这些对话现在属于另一个账号。",
    "insufficient-rank": "您的角色无权这样做。请联系本书的管理员。",
    "internal-error": "服务器出了问题。请再试一次；如果仍然如此，请告知本书的管理者。",
    "invalid-credentials": "地址或密码不正确。",
    "invitation-invalid": "此邀请无效或已失效。请索取新的邀请。",
    "invitation-needed": "这里的新账号需要邀请。请先打开您的邀请链接。",
    "last-sign-in-method": "这是您唯一的登录方式。请先添加另一种，例如密码。",
    "last-admin": "您是唯一的管理员。请先让其他人成为管理员。",
    "malformed-json": `服务器无法读取请求。${reload}`,
    "method-not-allowed": `服务器不认识此请求。${reload}`,
    "not-found": "这里已经没有此内容。",
    "origin-not-allowed": "此页面不能登录该服务器。请告知本书的管理者。",
    "passkey-refused": "无法验证该通行密钥。请再试一次，或用其他方式登录。",
    "passkey-unknown": "本书不认识该通行密钥。它可能已从您的账号中移除；请用其他方式登录。",
    "password-needed": "还差一步：请用您的密码确认。",
    "provider-address-unverified": "该服务商没有确认您的地址。请先创建账号，再在账号中关联该服务商。",
    "provider-failed": "该服务商目前无法正常连接。请稍后再试，或用其他方式登录。",
    "provider-linked-elsewhere": "它已关联到这里的另一个账号。请先用它登录，并在那里解除关联。",
    "provider-not-linked": "请先用其他方式登录，然后在账号的“安全”中关联该服务商。",
    "provider-refused": "没有任何变化：未在服务商处完成登录。",
    "quota-exceeded": (facts) => `今天的提问已用完。${again(facts)}`,
    "refresh-invalid": signedOut,
    "refresh-reused": "此会话同时在两处使用，因此您已被退出登录。请重新登录；如果不是您本人，请更改密码。",
    "server-busy": (facts) => `服务器非常繁忙。${again(facts)}`,
    "session-ended": signedOut,
    "sign-up-closed": "无法以此在这里创建新账号。如果您已有账号，请登录。",
    "step-up-required": "请先确认是您本人。",
    "token-expired": signedOut,
    "token-invalid": "此链接或验证码已被使用、已过期或不正确。",
    "token-stale": "您的账号有变化。请重新登录。",
    "too-many-bookmarks": "书签数量已达上限。请移除不再需要的书签。",
    "too-many-requests": (facts) => `尝试次数过多。${again(facts)}`,
    unauthenticated: "此操作需要登录。",
    "unsupported-media-type": `服务器无法读取请求。${reload}`,
    "validation-failed": "请检查下面标出的内容。",
    "verification-unavailable": (facts) =>
      `本书的这一部分现在无法确认您是谁。您仍处于登录状态。${again(facts)}`,
  },
  fields: {
    "email-domain-refused": "这里不为此域名的地址创建账号。",
    "email-invalid": "请输入邮箱地址，例如 name@example.org。",
    "field-required": "请填写此项。",
    "field-unknown": `服务器不认识此项。${reload}`,
    "name-required": "请输入您希望别人如何称呼您。",
    "name-too-long": "最多 80 个字符。",
    "password-breached": "此密码曾在泄露事件中出现。请另选一个。",
    "password-too-long": "最多 256 个字符。",
    "password-too-short": ({ minimum = 10 }) => counted(minimum, { other: "至少 # 个字符。" }),
    "password-too-weak": "这很容易猜到。三四个互不相关的词就很好。",
    "value-invalid": "这里不允许这样填写。",
  },
  unreachable: "无法连接服务器。请检查网络后再试；您输入的内容还在。",
  timeout: "服务器响应时间过长。请再试一次；您输入的内容还在。",
  unexpected: `发生了意外情况。${reload}`,
} satisfies Problems;
