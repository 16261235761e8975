import type { Mail } from "./en.ts";

export const mail: Mail = {
  help: {
    mail: "معرفة هل تخرج الرسائل وأيها لم يخرج، وإرسال الأخبار إلى القرّاء",
    test: "إرسال رسالة إلى عنوان عبر كل طريق، مع ذكر جواب كل منها",
    address: "عنوان بريد إلكتروني",
    list: "سرد أحدث الرسائل وما آلت إليه",
    failed: "ما تُرك منها فقط",
    to: "ما أُرسل إلى هذا العنوان فقط",
    retry: "إعادة إرسال رسالة تُركت",
    id: "معرّف الرسالة، من mail list",
    all: "كل ما تُرك",
    suppressed: "سرد العناوين التي لا تذهب إليها رسائل الآن",
    unsuppress: "السماح بالرسائل إلى عنوان من جديد",
    announce: "الكتابة إلى كل قارئ طلب الأخبار؛ كل ملف مرة واحدة",
    file: "الموضوع في السطر الأول، ثم سطر فارغ، ثم النص",
    yes: "اكتب الرسائل؛ من دونها يُذكر عددها فقط",
  },
  states: { queued: "تنتظر", sent: "أُرسلت", failed: "تُركت", suppressed: "لم تُرسل" },
  deliveries: {
    delayed: "أُرسلت وتأخرت",
    delivered: "وصلت",
    bounced: "ارتدّت",
    complained: "وُصفت بأنها مزعجة",
  },
  reasons: {
    bounced: "لا أحد يقرأ البريد هناك",
    complained: "وصف صاحبه رسالة بأنها مزعجة",
    unreachable: "صندوقه لا يقبل شيئًا الآن",
    unwanted: "أوقف صاحبه مثل هذه الرسائل",
  },
  attempts: ({ count }: { count: number }) => `المحاولات: ${count}`,
  until: ({ moment }: { moment: string }) => `حتى ${moment}`,
  none: "لا توجد رسائل. تُحفظ الرسائل 30 يومًا.",
  noneFailed: "لم تُترك أي رسالة.",
  noneSuppressed: "تذهب الرسائل إلى كل العناوين.",
  retried: ({ count }: { count: number }) => `رسائل تخرج من جديد: ${count}.`,
  retryNeedsOne: "سمّ رسالة بمعرّفها، أو كلها بـ --all. يعرضها bookplate mail list --failed.",
  noSuchLetter: ({ id }: { id: string }) =>
    `لا توجد رسالة متروكة ${id} يمكن إرسالها بعد. يُحفظ محتواها أربعة أيام.`,
  unsuppressed: ({ address }: { address: string }) => `تذهب الرسائل إلى ${address} من جديد.`,
  notSuppressed: ({ address }: { address: string }) => `${address} لم يكن محجوبًا.`,
  noAddress: ({ address }: { address: string }) => `"${address}" ليس عنوان بريد واحدًا.`,
  noFile: ({ file }: { file: string }) => `تتعذر قراءة ${file}.`,
  noAnnouncement: ({ file }: { file: string }) =>
    `يحتاج ${file} موضوعًا لا يزيد على 150 حرفًا في سطره الأول، ثم سطرًا فارغًا، ثم نصًا.`,
  wouldAnnounce: ({ subject, count }: { subject: string; count: number }) =>
    `"${subject}" سيذهب إلى قرّاء عددهم ${count}. أضف --yes لكتابة الرسائل.`,
  announced: ({ subject, count }: { subject: string; count: number }) =>
    `"${subject}" يذهب إلى قرّاء عددهم ${count}، بعد الرسائل التي ينتظرها أحد.`,
  announcedAlready: ({ subject, moment }: { subject: string; moment: string }) =>
    `"${subject}" أُعلن من قبل، في ${moment}. لا يصل إلى أحد مرتين.`,
  testTaken: "قُبلت. أما وصولها إلى الوارد أو المزعج فيُظهره الصندوق.",
  testRefused: "لم يقبل كل طريق الرسالة.",
  testCaught: "لم يُضبط أي طريق، فالرسالة في /dev/mail وحده.",
  mends: {
    credentials: "SMTP_URL أو RESEND_API_KEY بالمستخدم أو كلمة المرور أو المفتاح الصحيح",
    sender: "MAIL_FROM بنطاق تحقق منه هذا الخادم أو المزوّد لك",
    quota: "لا شيء: انتظر أو ارفع الحصة أو سمّ طريقًا ثانيًا في MAIL_TRANSPORT",
    encryption: "SMTP_URL بالاسم الموجود في شهادة الخادم",
    address: "SMTP_URL بالمضيف والمنفذ الصحيحين؛ وانظر في الجدران النارية",
  },
};
