import { counting } from "../counting.ts";
import type { Letters } from "./index.ts";

const counted = counting("ar");
const hours = (count: number) =>
  counted(count, {
    zero: "أقل من ساعة",
    one: "ساعة واحدة",
    two: "ساعتين",
    few: "# ساعات",
    many: "# ساعة",
    other: "# ساعة",
  });
const minutes = (count: number) =>
  counted(count, {
    zero: "أقل من دقيقة",
    one: "دقيقة واحدة",
    two: "دقيقتين",
    few: "# دقائق",
    many: "# دقيقة",
    other: "# دقيقة",
  });

const confirm = {
  codeLabel: "رمزك",
  codeNote: ({ minutes: count }) =>
    count === undefined
      ? "اكتبه في الصفحة التي طلبته. وهو صالح لوقت قصير فقط."
      : `اكتبه في الصفحة التي طلبته. وهو صالح لمدة ${minutes(count)}.`,
  button: "تأكيد هذا العنوان",
  valid: ({ hours: count }) =>
    `الرابط صالح لمرة واحدة خلال ${hours(count)}. وهو يفتح صفحة فيها زر واحد، ولا يتغير شيء قبل أن تضغطه.`,
} satisfies Partial<Letters["verifyUser"]>;

/** What the letters about the safety of an account have in common. */
const safety = {
  device: ({ browser, system }) => `${browser} على ${system}`,
  valid: "يمكن استخدام الرابط في أي وقت.",
  why: ({ book }) => `وصلتك هذه الرسالة لأنها تخص أمان حسابك في ${book}، ومثل هذه الرسائل لا يمكن إيقافها.`,
} satisfies Partial<Letters["newDevice"]>;

/** Arabic, in the modern standard language. */
export const ar = {
  language: "ar",
  direction: "rtl",
  greeting: ({ name }) => `مرحبًا ${name}،`,
  greetingWithoutName: "مرحبًا،",
  linkInText: "أو افتح هذا الرابط:",
  onlyLinkInText: "افتح هذا الرابط:",
  linkBelowButton: "إن لم يعمل الزر، فانسخ هذا العنوان إلى متصفحك:",
  sentTo: ({ to, book }) => `أُرسلت هذه الرسالة إلى ${to} من ${book}.`,

  verifyRegistration: {
    ...confirm,
    subject: ({ book }) => `أكّد عنوانك في ${book}`,
    lead: ({ to, book }) => `أكّد أن ${to} هو عنوانك، وسيكون حسابك في ${book} جاهزًا.`,
    why: ({ book }) => `وصلتك هذه الرسالة لأن شخصًا ما سجّل في ${book} بهذا العنوان.`,
    notYou: "إن لم تكن أنت، فلا تفعل شيئًا: لن يُنشأ أي حساب من دون الرمز أو الرابط. ولا تعطهما لأحد.",
  },
  verifyUser: {
    ...confirm,
    subject: ({ book }) => `أكّد عنوان حسابك في ${book}`,
    lead: ({ to, book }) => `أكّد أن ${to} ما زال لك ولحسابك في ${book}.`,
    why: ({ book }) => `وصلتك هذه الرسالة لأن حسابًا في ${book} يحمل هذا العنوان الذي لم يُؤكَّد قط.`,
    notYou: "إن لم يكن الحساب لك، فلا تفعل شيئًا: سيبقى العنوان غير مؤكد. ولا تعطِ الرمز والرابط لأحد.",
  },
  alreadyRegistered: {
    subject: ({ book }) => `لديك حساب في ${book} من قبل`,
    lead: ({ to, book }) =>
      `حاول شخص ما التسجيل في ${book} بالعنوان ${to}، وله حساب هناك من قبل. إن كنت أنت، فيكفي أن تسجّل الدخول.`,
    button: "تسجيل الدخول",
    valid: "لا تحمل هذه الرسالة أي رمز، ويمكن استخدام رابطها في أي وقت.",
    why: "وصلتك هذه الرسالة لأن الحساب الذي يحمل هذا العنوان حسابك. ولم يُخبَر من حاول بوجوده.",
    notYou: "إن لم تكن أنت، فلا تفعل شيئًا: لم يتغير شيء، وكلمة مرورك كما هي.",
  },
  sessionStolen: {
    ...safety,
    subject: ({ book }) => `سجّلنا خروج أحد أجهزتك من ${book}`,
    lead: ({ device, at, book }) =>
      `استخدم شخص ما في ${book} بيانات دخول قديمة (الجهاز: ${device}، الوقت: ${at}). قد يعني هذا أنها نُسخت، ولذلك أنهينا تلك الجلسة. وتبقى أجهزتك الأخرى مسجّلة الدخول.`,
    unknownDevice: "أحد أجهزتك",
    button: "تسجيل الدخول من جديد",
    notYou:
      "إن كنت قد استعدت نسخة احتياطية أو نسخت ملف تعريف المتصفح، فيكفي أن تسجّل الدخول من جديد. وإلا، أو إن تكرر ذلك، فأخبر القائمين على هذا الكتاب.",
  },
  newDevice: {
    ...safety,
    subject: ({ book }) => `جهاز جديد سجّل الدخول إلى حسابك في ${book}`,
    lead: ({ device, at, place, book }) =>
      [
        `سجّل شخص ما الدخول إلى حسابك في ${book} من جهاز جديد عليه (الجهاز: ${device}، الوقت: ${at}).`,
        place === undefined ? "" : `وبحسب عنوان الشبكة كان ذلك في ${place} أو بالقرب منها.`,
      ]
        .join(" ")
        .trim(),
    unknownDevice: "جهاز لا نتعرف عليه",
    button: "عرض أجهزتك",
    notYou:
      "إن كنت أنت، فلا تفعل شيئًا. وإن لم تكن أنت، فهناك من يعرف كلمة مرورك: سجّل خروج ذلك الجهاز في الصفحة التي يفتحها الزر، وأخبر القائمين على هذا الكتاب.",
  },
} satisfies Letters;
