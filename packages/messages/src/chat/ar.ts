import { counting } from "../counting.ts";
import type { ChatMessages } from "./index.ts";

const counted = counting("ar");

/** What the chat panel says, in Arabic. */
export const ar = {
  language: "ar",
  title: "اسأل الكتاب",
  close: "إغلاق",
  back: "العودة إلى المحادثة",
  loading: "جارٍ التحميل…",

  conversations: "محادثاتك",
  newConversation: "محادثة جديدة",

  emptyHeading: "اطرح سؤالًا على هذا الكتاب",
  emptyText: "تقتبس الإجابة من الكتاب وتحيل إلى العناوين التي أُخذت منها، حتى تتابع القراءة وتتحقق بنفسك.",
  suggestionsLabel: "على سبيل المثال",
  suggestions: ["عمَّ يتحدث هذا الكتاب؟", "كيف أبدأ؟", "ماذا أقرأ أولًا؟"],

  conversation: "المحادثة",
  you: "أنت",
  book: "الكتاب",
  sources: "من الكتاب",
  answering: "جارٍ البحث في الكتاب…",
  answerReady: "الإجابة جاهزة",
  answerStopped: "أُوقفت الإجابة",
  hidden: "أخفى أحد المشرفين هذه الرسالة.",
  answerFailed: "توقفت الإجابة قبل أن تكتمل.",
  answerBroken: "انقطع الاتصال أثناء وصول الإجابة.",
  continueReading: "متابعة",
  askAgain: "إعادة السؤال",
  newText: "نص جديد",

  question: "سؤالك",
  questionPlaceholder: "ماذا تود أن تعرف؟",
  send: "إرسال",
  sending: "جارٍ الإرسال…",
  stop: "إيقاف",
  stopping: "جارٍ الإيقاف…",
  sendHint: "مفتاح الإدخال Enter للإرسال، وShift + Enter لسطر جديد.",
  charactersLeft: ({ count }) =>
    counted(count, {
      zero: "لم يبقَ أي حرف",
      one: "بقي حرف واحد",
      two: "بقي حرفان",
      few: "بقيت # أحرف",
      many: "بقي # حرفًا",
      other: "بقي # حرف",
    }),
  charactersOver: ({ count }) =>
    counted(count, {
      zero: "لا زيادة في الأحرف",
      one: "زيادة حرف واحد",
      two: "زيادة حرفين",
      few: "زيادة # أحرف",
      many: "زيادة # حرفًا",
      other: "زيادة # حرف",
    }),
  quote: "سؤالك عن",
  removeQuote: "إزالة النص المقتبس",
  askAboutThis: "اسأل عن هذا",
  bookmark: "إضافة إشارة",
  bookmarkPage: "إضافة إشارة إلى هذه الصفحة",
  bookmarked: "أُضيفت الإشارة",
  notBookmarked: "لم تُحفظ. حاول مجددًا.",

  guest: "أنت ضيف هنا. أنشئ حسابًا لتحتفظ بهذه المحادثات.",
  register: "إنشاء حساب",
  signIn: "تسجيل الدخول",

  tryAgain: "إعادة المحاولة",
  dismiss: "إخفاء",
  problems: {
    "too-many-requests": ({ time }) =>
      time === null
        ? "هذه أسئلة كثيرة دفعة واحدة. انتظر قليلًا؛ سؤالك محفوظ."
        : `هذه أسئلة كثيرة دفعة واحدة. حاول مجددًا بعد ${time}؛ سؤالك محفوظ.`,
    "quota-exceeded": ({ time, wait }) =>
      time === null
        ? "لقد استنفدت أسئلتك في الوقت الحالي. سؤالك محفوظ."
        : `لقد استنفدت أسئلتك في الوقت الحالي. تتجدد ${wait}، عند ${time}؛ سؤالك محفوظ.`,
    "budget-spent": ({ time, wait }) =>
      time === null
        ? "أجاب هذا الكتاب اليوم بقدر ما يستطيع. سؤالك محفوظ."
        : `أجاب هذا الكتاب اليوم بقدر ما يستطيع. يتابع ${wait}، عند ${time}؛ سؤالك محفوظ.`,
    "answer-running": () => "ما زالت إجابة تُكتب في هذه المحادثة.",
    "server-busy": ({ time }) =>
      time === null
        ? "الخادم مشغول. حاول مجددًا بعد قليل؛ سؤالك محفوظ."
        : `الخادم مشغول. حاول مجددًا بعد ${time}؛ سؤالك محفوظ.`,
    "database-unavailable": ({ time }) =>
      time === null
        ? "لا يستطيع الخادم الوصول إلى محادثاته الآن. حاول مجددًا بعد قليل؛ لم يضِع شيء."
        : `لا يستطيع الخادم الوصول إلى محادثاته الآن. حاول مجددًا بعد ${time}؛ لم يضِع شيء.`,
    "signed-out": () => "تم تسجيل خروجك. سجّل الدخول للمتابعة؛ سؤالك محفوظ.",
    "not-found": () => "لم تعد هذه المحادثة موجودة. سؤالك محفوظ؛ اطرحه في محادثة جديدة.",
    "question-refused": () => "لم يقبل الخادم هذا السؤال. عدّله وحاول مجددًا.",
    network: () => "تعذّر الوصول إلى الخادم. تحقق من اتصالك؛ سؤالك محفوظ.",
    unexpected: () => "حدث خطأ لدينا. سؤالك محفوظ.",
  },
} satisfies ChatMessages;
