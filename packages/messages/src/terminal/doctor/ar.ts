import { counting } from "../../counting.ts";
import type { Terminal } from "../index.ts";

const counted = counting("ar");

export const doctor = {
  status: { ok: "سليم", warn: "تنبيه", fail: "خلل" },
  groups: {
    settings: "الإعدادات",
    secret: "السر",
    site: "الموقع",
    lock: "القفل",
    database: "قاعدة البيانات",
    mail: "الرسائل",
    book: "الكتاب",
  },
  fine: "لا شيء يحتاج إلى إصلاح.",
  counts: ({ fail, warn }) => `للإصلاح: ${fail}. للنظر: ${warn}.`,
  settingsFine: "كل الإعدادات صالحة",
  secretFileOpen: ({ file }) => `يستطيع مستخدمون آخرون قراءة ${file}`,
  secretFileWhy: "من يقرؤه يستطيع انتحال أي شخص",
  secretFine: "موجود وطويل بما يكفي",
  production: "الإنتاج",
  development: "التطوير: لهذا الجهاز وحده",
  oneSite: ({ url }) => `الكتاب والواجهة على موقع واحد (${url})`,
  originElsewhere: ({ origin }) => `المصدر المسموح به ${origin} على موقع غير موقع الواجهة`,
  originElsewhereWhy: "لا تستطيع صفحاته حفظ الجلسة في ملف ارتباط؛ فهي تحتاج إلى الرموز في متن الطلب",
  answers: ({ url }) => `${url} يجيب`,
  doesNotAnswer: ({ url }) => `${url} لا يجيب من هنا`,
  doesNotAnswerWhy: "إما أنه لا خادم يعمل، أو أن الاسم أو الشهادة أو الوكيل لم يُجهَّز بعد",
  notRunning: "لا خادم يعمل على مجلد البيانات هذا",
  running: "يعمل خادم، وقد سُئل عبر مقبسه",
  migrationsPending: ({ count }) =>
    counted(count, {
      zero: "لا ترقيات معلَّقة",
      one: "ترقية واحدة معلَّقة",
      two: "ترقيتان معلَّقتان",
      few: "# ترقيات معلَّقة",
      many: "# ترقية معلَّقة",
      other: "# ترقية معلَّقة",
    }),
  migrationsPendingWhy: "يطبّقها البدء التالي",
  migrationsFine: ({ count }) => `كل الترقيات مطبَّقة (${count})`,
  databaseWhy: "فيها الجلسات والمحادثات ومقاطع الكتاب",
  mailbox: "تُلتقط الرسائل على هذا الجهاز وتُعرض في /dev/mail",
  smtpFine: ({ host }) => `يقبل ${host} مستخدمنا`,
  smtpFails: ({ host, reason }) => `يرفض ${host}: ${reason}`,
  smtpFailsWhy: "لن يستطيع أحد تأكيد عنوانه",
  noBook: ({ directory }) => `لا كتاب مبنيًا في ${directory}`,
  noBookWhy: "لا يرى القراء أي صفحة، وليس للمحادثة ما تقتبسه",
  noPages: "بُني الكتاب بلا قائمة صفحاته",
  noPagesWhy: "قالب Bookplate غائب عن إعداده، فلا تسجيل دخول فيه ولا محادثة",
  localhostInBook: "يذكر الكتاب المبني أن خادمه localhost",
  localhostInBookWhy: "ستبحث متصفحات القراء عن الخادم على أجهزتهم هم",
  bookFine: ({ count }) =>
    `مبني، وفيه ${counted(count, {
      zero: "لا صفحات",
      one: "صفحة واحدة",
      two: "صفحتان",
      few: "# صفحات",
      many: "# صفحة",
      other: "# صفحة",
    })}`,
} satisfies Terminal["doctor"];
