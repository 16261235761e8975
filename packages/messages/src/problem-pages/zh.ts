import type { ProblemPages } from "./index.ts";

const signInAgain = "丢弃该会话，让读者重新登录。";
const refresh = "调用 `POST /api/v1/auth/refresh`，然后用新的访问令牌重复请求。";

/** Chinese, in simplified characters. */
export const zh = {
  problems: {
    "account-banned": {
      title: "此账号已被停用",
      happened: "密码正确，但该账号不允许登录。",
      remedy:
        "告诉读者 `reason` 的内容以及停用到何时：`until` 是截止时间，没有截止时间时则不出现。重复请求不会有任何改变。",
    },
    "ambiguous-credentials": {
      title: "不止一个刷新令牌",
      happened: "请求的 Cookie 中有一个刷新令牌，请求体中又有另一个。",
      remedy: "只发送其中一个：在浏览器中发送 `{}` 和 Cookie，其他情况下把令牌放在请求体中且不带 Cookie。",
    },
    "answer-running": {
      title: "还有一条回答正在生成",
      happened: "一个对话同时只能有一条回答在生成，而这一条尚未结束。",
      remedy: "读取对话的消息，直到最后一条的 `status` 不再是 `streaming`，然后再提问。",
    },
    "body-too-large": {
      title: "请求体过大",
      happened: "请求体超过 64 KiB。",
      remedy: "请减少内容。没有接口接受更大的请求体。",
    },
    "database-unavailable": {
      title: "无法连接数据库",
      happened: "服务器在运行，但它的数据库没有响应。没有任何改变，也没有人被退出登录。",
      remedy: "在 `Retry-After` 的秒数之后重试。请保留会话：它仍然有效。",
    },
    "email-not-verified": {
      title: "地址尚未验证",
      happened: "密码正确，但还没有人证明该地址属于自己。",
      remedy: "请读者打开发往该地址的邮件。`POST /api/v1/auth/verify-email/resend` 会再发一封。",
    },
    "email-taken": {
      title: "该地址已有账号",
      happened:
        "有人之前注册过此地址。只有不验证地址的服务器（`EMAIL_VERIFICATION=off`）才会这样说；其他服务器对已知和未知的地址回应相同。",
      remedy: "请改为提供登录。",
    },
    "flow-invalid": {
      title: "这次登录已结束",
      happened: "通过服务商的登录在另一个浏览器中开始、之前已完成，或用时超过十分钟。",
      remedy: "用 `POST /api/v1/auth/social/{provider}` 重新开始，并在同一浏览器中完成一次。",
    },
    "guest-already-claimed": {
      title: "此访客的内容属于另一个账号",
      happened: "另一个账号已认领此访客，或者此访客已成为自己的账号。",
      remedy: "不必再提供：对话属于现在拥有它们的人。",
    },
    "insufficient-rank": {
      title: "您的角色无权这样做",
      happened: "该请求需要此账号没有的角色，或者涉及角色不低于此账号的人。",
      remedy: "请联系本书的管理员。刚授予的角色在访问令牌更新后生效。",
    },
    "internal-error": {
      title: "服务器出了问题",
      happened: "服务器遇到了作者没有预料到的情况。问题不在请求。",
      remedy: "服务器的管理者可以在日志中用回应里的 `requestId` 找到详情。对于读取操作，再试一次没有害处。",
    },
    "invalid-credentials": {
      title: "地址或密码错误",
      happened: "未知的地址、错误的密码和没有密码的账号回应相同，这样没有人能得知谁有账号。",
      remedy: "让读者重新输入两者，并对所有这些情况显示同一句话。",
    },
    "last-sign-in-method": {
      title: "最后一种登录方式不能移除",
      happened: "没有这个通行密钥或服务商，就再也没有人能登录该账号。没有移除任何内容。",
      remedy: "让读者先设置密码、添加通行密钥或关联服务商，然后重复请求。",
    },
    "invitation-invalid": {
      title: "此邀请无法使用",
      happened: "随请求发送的邀请不存在、已被使用、已过期或已撤回，属于其他地址，或来自已无权邀请的人。",
      remedy:
        "请向邀请人索取新的邀请。如果 `GET /api/v1/auth/methods` 返回 `open`，可省略 `invitation` 直接注册。",
    },
    "invitation-needed": {
      title: "新账号需要邀请",
      happened: "服务器以 `SIGN_UP=invitation` 运行，而请求没有附带邀请。已有账号的人照常登录。",
      remedy:
        "请从邀请链接的片段中取出 `invitation` 一并发送：随 `POST /api/v1/auth/register`，或在开始服务商登录时。管理员可用 `POST /api/v1/admin/invitations` 或 `bookplate invite` 创建邀请。",
    },
    "last-admin": {
      title: "最后一位管理员不能离开",
      happened: "没有此账号，就再也没有人能管理本书。",
      remedy: "先让另一个账号成为管理员；之后就可以更改或删除此账号。",
    },
    "malformed-json": {
      title: "请求体不是 JSON",
      happened: "无法将请求体作为 UTF-8 的 JSON 读取。",
      remedy: "请发送一个 JSON 对象。检查是否有被 shell 去掉的引号、多余的逗号，以及 UTF-8 以外的编码。",
    },
    "method-not-allowed": {
      title: "此地址支持其他方法",
      happened: "地址存在，但不支持这种方法。没有任何请求头可以替代请求的方法。",
      remedy: "请使用回应的 `Allow` 头中的方法之一。",
    },
    "not-found": {
      title: "这里什么也没有",
      happened: "没有这样的地址，或者您没有此编号的内容。属于他人的内容与不存在的内容看起来相同。",
      remedy: "请检查以 `/api/v1` 开头的路径和编号。如果两者都正确，则内容已被删除，或者令牌属于另一位读者。",
    },
    "origin-not-allowed": {
      title: "此来源不能这样做",
      happened: "`Origin` 头中的网站不为此服务器所知，或者在刷新 Cookie 起作用的地方缺少该头。",
      remedy:
        "服务器的管理者将该网站加入 `ALLOWED_ORIGINS`；来源会精确比较，包括协议和端口。非浏览器的程序不发送 `Origin`，并把刷新令牌放在请求体中。",
    },
    "passkey-refused": {
      title: "无法接受该通行密钥",
      happened:
        "验证器的回应不符：它的质询已被使用或已过期、它属于另一个网站、它的签名错误，或者验证器没有验证其用户。",
      remedy:
        "请获取新的选项并重新开始。如果始终不行，请将页面的地址与 `BOOK_URL` 和 `ALLOWED_ORIGINS` 比较：一个通行密钥只属于一个主机。",
    },
    "passkey-unknown": {
      title: "没有账号拥有此通行密钥",
      happened: "回应中的通行密钥不为此服务器所知。它已被移除，或属于一个已不存在的账号。",
      remedy:
        "请提供其他登录方式，并用 `PublicKeyCredential.signalUnknownCredential` 告知浏览器，使其不再提供它。",
    },
    "password-needed": {
      title: "在这里验证需要密码",
      happened: "邮件是在与注册时不同的浏览器中打开的，因此仅凭其令牌不足以证明。令牌仍然有效。",
      remedy: "请询问读者，并发送该次注册的 `password`，或一个 `newPassword`。",
    },
    "provider-address-unverified": {
      title: "服务商没有为地址担保",
      happened:
        "新账号需要一个地址，而服务商没有提供，或者没有说明它属于该读者。没有查询过某个地址是否有账号。",
      remedy: "读者先用地址注册，再在账号页面上关联服务商；此后即可用它登录。",
    },
    "provider-failed": {
      title: "服务商没有正常回应",
      happened:
        "无法连接服务商、它太慢，或者给出了不可信的回应：针对另一个请求、来自另一个服务商，或带有不属于它的签名。",
      remedy:
        "请稍后再试，或用其他方式登录。服务器的管理者可以在日志中找到原因；通常是客户端密钥或回调地址有误。",
    },
    "provider-linked-elsewhere": {
      title: "已关联到另一个账号",
      happened: "服务商的这个账号在这里登录的是另一个账号。",
      remedy: "请先用该服务商登录，并在那里解除关联。",
    },
    "provider-not-linked": {
      title: "服务商尚未关联",
      happened: "没有人关联到服务商的这个账号，而它的地址也不能用来创建新账号。账号从不因为地址相同而关联。",
      remedy: "请用其他方式登录，或申请新密码，然后在账号页面上关联该服务商。",
    },
    "provider-refused": {
      title: "未在服务商处完成",
      happened: "读者在服务商处按了取消，或者服务商拒绝为其担保。",
      remedy: "请再次提供表单；没有任何改变。",
    },
    "quota-exceeded": {
      title: "今天的提问已用完",
      happened:
        "当天的某项配额已用完：此地址的访客的、该账户的，或所有人合计的。`scope` 说明是谁的配额，`quota` 说明用完的是提问（`messages`）还是令牌。问题没有被保存，也没有询问任何模型。",
      remedy:
        "请保留读者输入的内容。`limit`、`remaining` 和 `resetAt` 给出数量以及新的一天何时开始（UTC 午夜）。账户可以比访客问得更多。`GET /api/v1/me/usage` 可以事先告知剩余量。",
    },
    "refresh-invalid": {
      title: "会话无法继续",
      happened: "没有刷新令牌、它不属于此服务器，或者它的会话已结束。",
      remedy: signInAgain,
    },
    "refresh-reused": {
      title: "旧的刷新令牌被再次使用",
      happened:
        "一个早已被替换的刷新令牌又出现了，说明有人持有它的副本。此会话已结束；其他设备保持登录；已通过邮件告知账号所有者。",
      remedy: "让读者重新登录。如果并没有盗用者，则是某个程序保留了旧令牌：请在下次刷新之前保存每个新令牌。",
    },
    "server-busy": {
      title: "正在验证的密码过多",
      happened: "验证密码故意做得很慢，而等待的队列已满。",
      remedy: "在 `Retry-After` 的秒数之后重试。",
    },
    "session-ended": {
      title: "会话已结束",
      happened: "会话已退出登录，或因停用、删除或更改密码而结束。",
      remedy: `${signInAgain}刷新没有帮助。`,
    },
    "sign-up-closed": {
      title: "无法以此创建账号",
      happened: "服务器不创建新账号（`SIGN_UP=closed`），或不为此地址的域名创建。已有账号的人照常登录。",
      remedy:
        "请隐藏通往注册的入口：`GET /api/v1/auth/methods` 的 `signUp` 说明谁可以创建账号。对域名以外的单个地址，管理员可创建邀请。",
    },
    "step-up-required": {
      title: "需要重新证明您的身份",
      happened: "令牌有效，但使用者上次证明身份是在十分钟之前，而此操作不应仅凭一台借来的设备就能完成。",
      remedy: "请读者输入密码，调用 `POST /api/v1/auth/step-up`，然后用回应中的访问令牌重复请求。",
    },
    "token-expired": {
      title: "访问令牌已过期",
      happened: "访问令牌只有几分钟的有效期，而这个已经过期。",
      remedy: refresh,
    },
    "token-invalid": {
      title: "此令牌无法使用",
      happened: "邮件中的令牌或验证码未知、已使用、已过期或另有用途。所有这些情况回应相同。",
      remedy: "让读者再申请一封邮件。",
    },
    "token-stale": {
      title: "访问令牌已过时",
      happened: "自访问令牌生成以来，账号的角色已改变。",
      remedy: refresh,
    },
    "too-many-bookmarks": {
      title: "书签过多",
      happened: "该读者的书签已达到服务器为一位读者保存的数量。",
      remedy: "请用 `DELETE /me/bookmarks/{id}` 移除一个，或请读者移除；已保存的位置仍可更新备注。",
    },
    "too-many-requests": {
      title: "请求过多",
      happened: "此类请求超过了服务器接受的数量：来自此地址、此账号，或所有人合计。",
      remedy:
        "请等待 `Retry-After` 的秒数；届时下一个请求会通过。`RateLimit-Policy` 和 `RateLimit` 给出限额，`resetAt` 给出其结束时间。",
    },
    unauthenticated: {
      title: "需要有效的访问令牌",
      happened: "访问令牌缺失、格式错误或不属于此服务器；或者它绑定了一个密钥，而该密钥的证明缺失或无效。",
      remedy:
        "请发送一次 `Authorization: Bearer <access token>`。在令牌可选的地方，宁可不发送该头，也不要发送错误的令牌。绑定的令牌用 `DPoP` 代替 `Bearer` 发送，并附上新的证明：`WWW-Authenticate` 说明上一个证明的问题，`DPoP-Nonce` 中的 nonce 应放入下一个证明。",
    },
    "unsupported-media-type": {
      title: "请求体应为 application/json",
      happened: "请求有请求体，但没有说明它是 JSON，或者说明了其他编码。",
      remedy:
        "请发送 `Content-Type: application/json`，带 `charset=utf-8` 或不带 charset。只有令牌内省接口使用表单：`application/x-www-form-urlencoded`。",
    },
    "validation-failed": {
      title: "请求不能按原样接受",
      happened: "至少有一个字段缺失、未知或值不被允许。没有任何改变。",
      remedy: "`errors` 列出各字段及其代码。请在字段旁显示该代码对应的句子。",
    },
    "verification-unavailable": {
      title: "无法查明访问令牌是否有效",
      happened:
        "Bookplate 旁边的一个服务既读不到它的密钥，也得不到它的回答。令牌既未被接受也未被拒绝，没有人被退出登录。",
      remedy: "在 `Retry-After` 的秒数之后重试。请保留会话：它仍然有效。",
    },
  },
  fields: {
    "email-domain-refused": "不为此域名的地址创建账号。",
    "email-invalid": "这不是可以接收邮件的地址。",
    "field-required": "此字段必填。",
    "field-unknown": "这里没有此字段。",
    "name-required": "需要姓名。",
    "name-too-long": "姓名最多 80 个字符。",
    "password-breached": "该密码在常见或已泄露的密码列表中。",
    "password-too-long": "密码最多 256 个字符。",
    "password-too-short": "该密码短于此服务器的要求。",
    "password-too-weak": "该密码太容易猜到。",
    "value-invalid": "这里不允许此值。",
  },
} satisfies ProblemPages;
