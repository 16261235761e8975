import { counting } from "../../counting.ts";
import type { Terminal } from "../index.ts";

const counted = counting("ur");

export const doctor = {
  status: { ok: "ٹھیک", warn: "انتباہ", fail: "خرابی" },
  groups: {
    settings: "ترتیبات",
    secret: "راز",
    site: "سائٹ",
    lock: "تالا",
    database: "ڈیٹا بیس",
    mail: "خطوط",
    book: "کتاب",
  },
  fine: "کچھ ٹھیک کرنے کو نہیں۔",
  counts: ({ fail, warn }) => `ٹھیک کرنے کو: ${fail}۔ دیکھنے کو: ${warn}۔`,
  settingsFine: "تمام ترتیبات قابلِ استعمال ہیں",
  secretFileOpen: ({ file }) => `${file} کو دوسرے صارف پڑھ سکتے ہیں`,
  secretFileWhy: "جو اسے پڑھ لے وہ کوئی بھی بن سکتا ہے",
  secretFine: "موجود اور کافی لمبا ہے",
  production: "پروڈکشن",
  development: "ڈیولپمنٹ: صرف اسی مشین کے لیے",
  oneSite: ({ url }) => `کتاب اور اے پی آئی ایک ہی سائٹ پر ہیں (${url})`,
  originElsewhere: ({ origin }) => `اجازت یافتہ ماخذ ${origin} اے پی آئی سے الگ سائٹ پر ہے`,
  originElsewhereWhy: "اس کے صفحات سیشن کو کوکی میں نہیں رکھ سکتے؛ انہیں باڈی میں ٹوکن چاہییں",
  answers: ({ url }) => `${url} جواب دیتا ہے`,
  doesNotAnswer: ({ url }) => `${url} یہاں سے جواب نہیں دیتا`,
  doesNotAnswerWhy: "یا تو کوئی سرور نہیں چل رہا، یا نام، سند یا پراکسی ابھی تیار نہیں",
  notRunning: "ڈیٹا کے اس فولڈر پر کوئی سرور نہیں چل رہا",
  running: "ایک سرور چل رہا ہے؛ اس کے ساکٹ سے پوچھا گیا",
  migrationsPending: ({ count }) =>
    counted(count, { one: "# مائیگریشن لاگو نہیں", other: "# مائیگریشنز لاگو نہیں" }),
  migrationsPendingWhy: "اگلا آغاز انہیں لاگو کرتا ہے",
  migrationsFine: ({ count }) => `ہر مائیگریشن لاگو ہے (${count})`,
  databaseWhy: "سیشن، چیٹ اور کتاب کے اقتباسات اسی میں ہیں",
  mailbox: "خطوط اس مشین پر روک لیے جاتے ہیں اور /dev/mail پر دکھائے جاتے ہیں",
  smtpFine: ({ host }) => `${host} ہمارے صارف کو قبول کرتا ہے`,
  smtpFails: ({ host, reason }) => `${host} نے رد کیا: ${reason}`,
  smtpFailsWhy: "کوئی اپنے پتے کی تصدیق نہ کر سکے گا",
  resendSendsOnly: ({ host }) =>
    `${host} ہماری کلید قبول کرتا ہے، جو صرف بھیج سکتی ہے؛ باقی mail test ADDRESS دکھاتا ہے`,
  resendFine: ({ host, domain }) => `${host} ہماری کلید اور ${domain} کے خطوط قبول کرتا ہے`,
  senderNotVerified: ({ host, domain }) => `${host} نے MAIL_FROM کے ڈومین ${domain} کی تصدیق نہیں کی`,
  senderNotVerifiedWhy: "وہاں کے خطوط رد ہوتے ہیں؛ وہاں تصدیق کریں، یا کسی اور ڈومین سے لکھیں",
  noBook: ({ directory }) => `${directory} میں بنی ہوئی کتاب نہیں`,
  noBookWhy: "قاریوں کو کوئی صفحہ نظر نہیں آتا، اور چیٹ کے پاس اقتباس کو کچھ نہیں",
  noPages: "کتاب اپنے صفحات کی فہرست کے بغیر بنی ہے",
  noPagesWhy: "اس کی ترتیب میں Bookplate کا تھیم نہیں، اس لیے نہ سائن اِن ہے نہ چیٹ",
  localhostInBook: "بنی ہوئی کتاب اپنے سرور کے طور پر localhost کا نام لیتی ہے",
  localhostInBookWhy: "قاریوں کے براؤزر سرور کو ان کی اپنی مشینوں پر ڈھونڈیں گے",
  bookFine: ({ count }) => `بنی ہوئی ہے، ${counted(count, { one: "# صفحہ", other: "# صفحات" })}`,
} satisfies Terminal["doctor"];
