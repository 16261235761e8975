import { counting } from "../counting.ts";
import type { ProblemFacts, Problems } from "./index.ts";

const counted = counting("ur");
const again = ({ retryAt }: ProblemFacts) =>
  retryAt === undefined ? "کچھ دیر بعد دوبارہ کوشش کریں۔" : `${retryAt} کے بعد دوبارہ کوشش کریں۔`;
const reload = "صفحہ دوبارہ لوڈ کر کے پھر کوشش کریں۔";
const signInAgain = "آپ سائن آؤٹ ہو چکے ہیں۔ دوبارہ سائن اِن کریں۔";

/** Urdu, in the polite form. */
export const ur = {
  problems: {
    "account-banned": ({ until, reason }) =>
      [
        until === undefined ? "یہ اکاؤنٹ بند ہے۔" : `یہ اکاؤنٹ ${until} تک بند ہے۔`,
        reason === undefined ? "" : `بتائی گئی وجہ: ${reason}`,
      ]
        .join(" ")
        .trim(),
    "ambiguous-credentials": `اس براؤزر نے ایک ساتھ دو سیشن بھیجے۔ ${reload}`,
    "answer-running": "پچھلا جواب ابھی لکھا جا رہا ہے۔ اس کے مکمل ہونے پر دوبارہ پوچھیں۔",
    "body-too-large": "یہ بھیجنے کے لیے بہت طویل ہے۔ اسے مختصر کر کے دوبارہ کوشش کریں۔",
    "database-unavailable": (facts) =>
      `سرور اس وقت اپنے ریکارڈ تک نہیں پہنچ پا رہا۔ کچھ ضائع نہیں ہوا۔ ${again(facts)}`,
    "email-not-verified": "اس پتے کی تصدیق ابھی نہیں ہوئی۔ وہ خط کھولیں جو ہم نے اس پر بھیجا تھا۔",
    "email-taken": "اس پتے سے پہلے ہی ایک اکاؤنٹ موجود ہے۔ سائن اِن کر لیں۔",
    "internal-error":
      "سرور پر کوئی خرابی ہوئی۔ دوبارہ کوشش کریں؛ اگر خرابی برقرار رہے تو اس کتاب کے منتظمین کو بتائیں۔",
    "invalid-credentials": "ای میل پتا یا پاس ورڈ درست نہیں۔",
    "malformed-json": `سرور درخواست نہیں پڑھ سکا۔ ${reload}`,
    "method-not-allowed": `سرور اس درخواست کو نہیں پہچانتا۔ ${reload}`,
    "not-found": "یہ اب یہاں موجود نہیں۔",
    "origin-not-allowed": "اس صفحے سے اُس سرور پر سائن اِن کی اجازت نہیں۔ اس کتاب کے منتظمین کو بتائیں۔",
    "password-needed": "ایک قدم اور: اپنے پاس ورڈ سے تصدیق کریں۔",
    "refresh-invalid": signInAgain,
    "refresh-reused":
      "آپ کو سائن آؤٹ کر دیا گیا کیونکہ یہ سیشن ایک ہی وقت میں دو جگہ استعمال ہوا۔ دوبارہ سائن اِن کریں، اور اگر وہ آپ نہیں تھے تو اپنا پاس ورڈ بدل لیں۔",
    "server-busy": (facts) => `سرور بہت مصروف ہے۔ ${again(facts)}`,
    "session-ended": signInAgain,
    "step-up-required": "پہلے تصدیق کریں کہ یہ آپ ہی ہیں۔",
    "token-expired": signInAgain,
    "token-invalid": "یہ لنک یا کوڈ استعمال ہو چکا ہے، اس کی مدت ختم ہو گئی ہے، یا یہ درست نہیں۔",
    "token-stale": "آپ کے اکاؤنٹ میں تبدیلی ہوئی ہے۔ دوبارہ سائن اِن کریں۔",
    "too-many-requests": (facts) => `بہت زیادہ کوششیں ہو گئیں۔ ${again(facts)}`,
    unauthenticated: "اس کے لیے سائن اِن ضروری ہے۔",
    "unsupported-media-type": `سرور درخواست نہیں پڑھ سکا۔ ${reload}`,
    "validation-failed": "نیچے جن جگہوں پر نشان ہے، براہِ کرم انھیں دیکھ لیں۔",
  },
  fields: {
    "email-invalid": "ای میل پتا لکھیں، جیسے \u2066name@example.org\u2069۔",
    "field-required": "یہ خانہ پُر کریں۔",
    "field-unknown": `سرور اس خانے کو نہیں پہچانتا۔ ${reload}`,
    "name-required": "وہ نام لکھیں جس سے آپ پکارا جانا پسند کرتے ہیں۔",
    "name-too-long": "زیادہ سے زیادہ 80 حروف لکھیں۔",
    "password-breached": "یہ پاس ورڈ پہلے کہیں افشا ہو چکا ہے۔ کوئی اور چنیں۔",
    "password-too-long": "زیادہ سے زیادہ 256 حروف لکھیں۔",
    "password-too-short": ({ minimum = 10 }) =>
      counted(minimum, { one: "کم از کم # حرف لکھیں۔", other: "کم از کم # حروف لکھیں۔" }),
    "password-too-weak": "اس کا اندازہ لگانا آسان ہے۔ تین یا چار بے ربط الفاظ اچھا پاس ورڈ بناتے ہیں۔",
    "value-invalid": "یہاں اس کی اجازت نہیں۔",
  },
  unreachable:
    "سرور سے رابطہ نہیں ہو رہا۔ اپنا انٹرنیٹ دیکھ کر دوبارہ کوشش کریں؛ آپ کا لکھا ہوا اب بھی یہاں ہے۔",
  timeout: "سرور نے جواب دینے میں بہت دیر لگائی۔ دوبارہ کوشش کریں؛ آپ کا لکھا ہوا اب بھی یہاں ہے۔",
  unexpected: `کوئی غیر متوقع بات ہو گئی۔ ${reload}`,
} satisfies Problems;
