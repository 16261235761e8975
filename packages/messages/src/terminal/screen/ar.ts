import { counting } from "../../counting.ts";
import type { Terminal } from "../index.ts";

const counted = counting("ar");
const seconds = new Intl.NumberFormat("ar", { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const migrations = (count: number) =>
  counted(count, {
    zero: "لم تُطبَّق أي ترقية",
    one: "طُبّقت ترقية واحدة",
    two: "طُبّقت ترقيتان",
    few: "طُبّقت # ترقيات",
    many: "طُبّقت # ترقية",
    other: "طُبّقت # ترقية",
  });

export const screen = {
  database: "البيانات",
  secret: "السر",
  mail: "الرسائل",
  answers: "الإجابات",
  book: "الكتاب",
  mailbox: "صندوق البريد",
  api: "واجهة API",
  upToDate: "المخطط محدَّث",
  migrated: ({ count }) => migrations(count),
  newFromImage: "جديدة، من صورة معدّة",
  newMigrated: ({ count }) => `جديدة، ${migrations(count)}`,
  secretReplaced: "أُنشئ سر جديد",
  secretGenerated: ({ file }) => `أُنشئ في ${file} (يتجاهله Git)`,
  mailCaught: "تُلتقط محليًا، ولا يغادر شيء هذا الجهاز",
  mailSent: ({ from }) => `تُرسل عبر SMTP باسم ${from}`,
  noBook: "لم يُعثر على كتاب بعد: ابنِه أو اضبط BOOK_DIR",
  answersFromExtracts: ({ count }) =>
    `extracts: يقتبس من الكتاب (${counted(count, {
      zero: "بلا مقاطع",
      one: "مقطع واحد",
      two: "مقطعان",
      few: "# مقاطع",
      many: "# مقطعًا",
      other: "# مقطع",
    })}) ولا يحتاج إلى مفتاح`,
  bookHint: "اسأل لوحة المحادثة شيئًا",
  portMoved: ({ port }) => `المنفذ ${port} مشغول، فهذا بدله`,
  mailboxHint: "كل رسالة يرسلها هذا الخادم",
  apiHint: "كل مسار، مع أمثلة",
  claim: "لا مشرف بعد. تولَّ هذا الخادم (خلال 30 دقيقة، مرة واحدة):",
  claimAgain: "لطباعته من جديد: npx bookplate admin link",
  noAdministrator: "لا مشرف بعد: رابط لذلك من npx bookplate admin link",
  ready: ({ count }) => `جاهز خلال ${seconds.format(count)} ثانية. Ctrl+C يوقفه؛ والبيانات باقية.`,
} satisfies Terminal["screen"];
