import { counting } from "../counting.ts";
import type { ChatToolsWords } from "./index.ts";

const counted = counting("ar");

/** What the rarer parts of the chat panel say, in Arabic. */
export const ar = {
  list: {
    empty: "لم تسأل عن شيء بعد.",
    untitled: "محادثة بلا عنوان",
    showMore: "عرض المزيد",
    updated: ({ ago }) => `آخر استخدام: ${ago}`,
    justNow: "الآن",
    more: ({ title }) => `المزيد عن «${title}»`,
    rename: "إعادة التسمية",
    renameLabel: "العنوان",
    save: "حفظ",
    cancel: "إلغاء",
    markdown: "حفظ بصيغة Markdown",
    json: "حفظ بصيغة JSON",
    saved: "حُفظت بين تنزيلاتك.",
    remove: "حذف",
    removeQuestion: "هل تريد حذف هذه المحادثة وإجاباتها نهائيًا؟",
    atOnce: "عرض الإجابات دفعة واحدة",
    atOnceHint: "تظهر الإجابة حين تكتمل، لا كلمةً كلمة.",
  },
  search: {
    label: "البحث في محادثاتك",
    searching: "جارٍ البحث…",
    found: ({ count }) =>
      counted(count, {
        zero: "لم يُعثر على أي موضع",
        one: "عُثر على موضع واحد",
        two: "عُثر على موضعين",
        few: "عُثر على # مواضع",
        many: "عُثر على # موضعًا",
        other: "عُثر على # موضع",
      }),
    nothing: ({ query }) => `لم يُعثر على شيء عن «${query}». جرّب كلمات أخرى أو أقل.`,
  },
  feedback: {
    question: "هل أفادتك هذه الإجابة؟",
    up: "مفيدة",
    down: "غير مفيدة",
    missing: "ما الذي كان ينقصها؟ (اختياري)",
    send: "إرسال",
    thanks: "شكرًا، سُجّل رأيك.",
  },
  report: {
    open: "إبلاغ",
    question: "ما المشكلة في هذه الإجابة؟",
    seen: "يرى المشرفون هذه الإجابة مع رسالتين على الأكثر قبلها وبعدها، ولا يرون شيئًا من محادثاتك الأخرى.",
    reasons: {
      wrong: "غير صحيحة",
      harmful: "خطِرة",
      offensive: "مسيئة",
      privacy: "تكشف شيئًا خاصًا",
      other: "شيء آخر",
    },
    comment: "ما هو؟",
    send: "إرسال البلاغ",
    cancel: "إلغاء",
    reported: "تم الإبلاغ. سينظر فيها أحد المشرفين؛ وإن أُخفيت الإجابة فسيظهر تنبيه مكانها.",
  },
  unsent: {
    question: "كتبت سؤالًا ولم ترسله. تسجيل الخروج يحذفه.",
    signOut: "تسجيل الخروج وحذفه",
    stay: "البقاء مسجّلًا",
  },
  quota: {
    messagesLeft: ({ count, time }) =>
      counted(count, {
        zero: `لم يبقَ أي سؤال حتى ${time}.`,
        one: `بقي سؤال واحد حتى ${time}.`,
        two: `بقي سؤالان حتى ${time}.`,
        few: `بقيت # أسئلة حتى ${time}.`,
        many: `بقي # سؤالًا حتى ${time}.`,
        other: `بقي # سؤال حتى ${time}.`,
      }),
    messagesGone: ({ time, wait }) => `لقد استنفدت أسئلتك. تتجدد ${wait}، عند ${time}.`,
    tokensLeft: ({ percent, time }) => `بقي ${percent} من حصتك حتى ${time}.`,
    tokensGone: ({ time, wait }) => `لقد استنفدت حصتك. تتجدد ${wait}، عند ${time}.`,
    register: "مع الحساب يكون ذلك أكثر.",
  },
} satisfies ChatToolsWords;
