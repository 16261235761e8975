import { counting } from "../../counting.ts";
import type { Terminal } from "../index.ts";

const counted = counting("ur");
const seconds = new Intl.NumberFormat("ur", { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const migrations = (count: number) => counted(count, { one: "# مائیگریشن", other: "# مائیگریشنز" });

export const screen = {
  database: "ڈیٹا بیس",
  secret: "راز",
  mail: "خطوط",
  answers: "جوابات",
  book: "کتاب",
  mailbox: "میل باکس",
  api: "اے پی آئی",
  upToDate: "اسکیما تازہ ترین ہے",
  migrated: ({ count }) => `لاگو: ${migrations(count)}`,
  newFromImage: "نیا، تیار شدہ نقش سے",
  newMigrated: ({ count }) => `نیا، ${migrations(count)}`,
  secretReplaced: "نیا راز بنایا گیا",
  secretGenerated: ({ file }) => `${file} میں بنایا گیا (Git اسے نظرانداز کرتا ہے)`,
  mailCaught: "یہیں روک لیے جاتے ہیں، اس مشین سے باہر کچھ نہیں جاتا",
  mailSent: ({ from }) => `SMTP کے ذریعے ${from} کے نام سے بھیجے جاتے ہیں`,
  noBook: "ابھی کوئی کتاب نہیں ملی: اسے بنائیں، یا BOOK_DIR مقرر کریں",
  answersFromExtracts: ({ count }) =>
    `extracts: کتاب سے اقتباس (${counted(count, { one: "# اقتباس", other: "# اقتباسات" })})، کلید درکار نہیں`,
  bookHint: "چیٹ پینل سے کچھ پوچھیں",
  portMoved: ({ port }) => `پورٹ ${port} مصروف ہے، اس لیے یہ`,
  mailboxHint: "اس سرور کا ہر خط",
  apiHint: "ہر راستہ، مثالوں کے ساتھ",
  claim: "ابھی کوئی منتظم نہیں۔ یہ سرور سنبھالیں (30 منٹ، ایک بار):",
  claimAgain: "دوبارہ چھاپنے کے لیے: npx bookplate admin link",
  noAdministrator: "ابھی کوئی منتظم نہیں: لنک کے لیے npx bookplate admin link",
  ready: ({ count }) => `${seconds.format(count)} سیکنڈ میں تیار۔ Ctrl+C روکتا ہے؛ ڈیٹا باقی رہتا ہے۔`,
} satisfies Terminal["screen"];
