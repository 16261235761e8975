import { counting } from "../counting.ts";
import type { ProblemFacts, Problems } from "./index.ts";

const counted = counting("ar");
const again = ({ retryAt }: ProblemFacts) =>
  retryAt === undefined ? "حاول مجددًا بعد قليل." : `حاول مجددًا بعد ${retryAt}.`;
const reload = "أعد تحميل الصفحة وحاول مجددًا.";
const signInAgain = "تم تسجيل خروجك. سجّل الدخول من جديد.";

/** Arabic, in the modern standard language. */
export const ar = {
  problems: {
    "account-banned": ({ until, reason }) =>
      [
        until === undefined ? "هذا الحساب مغلق." : `هذا الحساب مغلق حتى ${until}.`,
        reason === undefined ? "" : `السبب المذكور: ${reason}`,
      ]
        .join(" ")
        .trim(),
    "ambiguous-credentials": `أرسل هذا المتصفح جلستين معًا. ${reload}`,
    "answer-running": "ما زالت الإجابة الأخيرة تُكتب. اسأل مجددًا حين تكتمل.",
    "body-too-large": "هذا أطول من أن يُرسل. اختصره وحاول مجددًا.",
    "database-unavailable": (facts) => `لا يستطيع الخادم الوصول إلى سجلاته الآن. لم يضِع شيء. ${again(facts)}`,
    "email-not-verified": "لم يُؤكَّد هذا العنوان بعد. افتح الرسالة التي أرسلناها إليه.",
    "email-taken": "يوجد حساب بهذا العنوان. سجّل الدخول بدلًا من ذلك.",
    "flow-invalid": "بدأت محاولة الدخول هذه في مكان آخر، أو انتهت، أو طالت كثيرًا. ابدأ من جديد.",
    "guest-already-claimed": "صارت هذه المحادثات تعود إلى حساب آخر.",
    "insufficient-rank": "دورك لا يسمح بهذا. اطلب ذلك من مشرف على هذا الكتاب.",
    "internal-error": "حدث خطأ في الخادم. حاول مجددًا، وإن تكرر فأخبر القائمين على هذا الكتاب.",
    "invalid-credentials": "العنوان أو كلمة المرور غير صحيحة.",
    "invitation-invalid": "هذه الدعوة لا تعمل، أو لم تعد تعمل. اطلب دعوة أخرى.",
    "invitation-needed": "الحسابات الجديدة هنا بدعوة. افتح رابط دعوتك أولًا.",
    "last-sign-in-method": "هذه طريقتك الوحيدة لتسجيل الدخول. أضف طريقة أخرى أولًا، مثل كلمة مرور.",
    "last-admin": "أنت المشرف الوحيد. اجعل شخصًا آخر مشرفًا أولًا.",
    "malformed-json": `لم يستطع الخادم قراءة الطلب. ${reload}`,
    "method-not-allowed": `لا يعرف الخادم هذا الطلب. ${reload}`,
    "not-found": "لم يعد هذا موجودًا هنا.",
    "origin-not-allowed": "لا يُسمح بتسجيل الدخول إلى ذلك الخادم من هذه الصفحة. أخبر القائمين على هذا الكتاب.",
    "passkey-refused": "تعذّر التحقق من مفتاح المرور هذا. حاول مجددًا، أو سجّل الدخول بطريقة أخرى.",
    "passkey-unknown": "لا يعرف هذا الكتاب مفتاح المرور هذا. ربما أُزيل من حسابك؛ سجّل الدخول بطريقة أخرى.",
    "password-needed": "خطوة أخيرة: أكّد بكلمة مرورك.",
    "provider-address-unverified": "هذا المزوّد لا يؤكّد عنوانك. أنشئ حسابًا أولًا ثم اربط المزوّد في حسابك.",
    "provider-failed": "تعذّر الوصول إلى هذا المزوّد كما ينبغي الآن. أعد المحاولة لاحقًا أو ادخل بطريقة أخرى.",
    "provider-linked-elsewhere": "هذا مرتبط بحساب آخر هنا. ادخل به وأزل الربط هناك أولًا.",
    "provider-not-linked": "ادخل أولًا بطريقة أخرى، ثم اربط هذا المزوّد في حسابك ضمن الأمان.",
    "provider-refused": "لم يحدث شيء: لم يكتمل الدخول عند المزوّد.",
    "quota-exceeded": (facts) => `نفدت أسئلة اليوم. ${again(facts)}`,
    "refresh-invalid": signInAgain,
    "refresh-reused":
      "تم تسجيل خروجك لأن هذه الجلسة استُخدمت في مكانين معًا. سجّل الدخول من جديد، وغيّر كلمة مرورك إن لم يكن ذلك أنت.",
    "server-busy": (facts) => `الخادم مشغول جدًا. ${again(facts)}`,
    "session-ended": signInAgain,
    "sign-up-closed": "لا يمكن إنشاء حساب جديد هنا بهذا. إن كان لديك حساب فسجّل الدخول.",
    "step-up-required": "أكّد أولًا أنك صاحب الحساب.",
    "token-expired": signInAgain,
    "token-invalid": "هذا الرابط أو الرمز استُخدم من قبل، أو انتهت صلاحيته، أو غير صحيح.",
    "token-stale": "لقد تغيّر حسابك. سجّل الدخول من جديد.",
    "too-many-bookmarks": "بلغت العدد الأقصى من الإشارات المرجعية. احذف واحدة لم تعد تحتاج إليها.",
    "too-many-requests": (facts) => `محاولات كثيرة جدًا. ${again(facts)}`,
    unauthenticated: "عليك تسجيل الدخول أولًا.",
    "unsupported-media-type": `لم يستطع الخادم قراءة الطلب. ${reload}`,
    "validation-failed": "يُرجى مراجعة المواضع المعلَّمة أدناه.",
    "verification-unavailable": (facts) =>
      `لا يستطيع هذا الجزء من الكتاب التحقق من هويتك الآن. ما زلت مسجَّل الدخول. ${again(facts)}`,
  },
  fields: {
    "email-domain-refused": "لا تُنشأ هنا حسابات لعناوين هذا النطاق.",
    "email-invalid": "أدخل بريدًا إلكترونيًا مثل \u2066name@example.org\u2069.",
    "field-required": "املأ هذا الحقل.",
    "field-unknown": `لا يعرف الخادم هذا الحقل. ${reload}`,
    "name-required": "أدخل الاسم الذي تحب أن تُنادى به.",
    "name-too-long": "استخدم 80 حرفًا على الأكثر.",
    "password-breached": "كلمة المرور هذه معروفة من تسريب سابق. اختر غيرها.",
    "password-too-long": "استخدم 256 حرفًا على الأكثر.",
    "password-too-short": ({ minimum = 10 }) =>
      counted(minimum, {
        zero: "استخدم أي عدد من الأحرف.",
        one: "استخدم حرفًا واحدًا على الأقل.",
        two: "استخدم حرفين على الأقل.",
        few: "استخدم # أحرف على الأقل.",
        many: "استخدم # حرفًا على الأقل.",
        other: "استخدم # حرف على الأقل.",
      }),
    "password-too-weak": "هذه سهلة التخمين. ثلاث كلمات أو أربع لا رابط بينها خيار جيد.",
    "value-invalid": "هذا غير مسموح هنا.",
  },
  unreachable: "تعذّر الوصول إلى الخادم. تحقق من اتصالك وحاول مجددًا؛ ما كتبته ما زال هنا.",
  timeout: "تأخر الخادم كثيرًا في الرد. حاول مجددًا؛ ما كتبته ما زال هنا.",
  unexpected: `حدث أمر غير متوقع. ${reload}`,
} satisfies Problems;
