import { counting } from "../counting.ts";
import type { Letters } from "./index.ts";

const counted = counting("ur");
const hours = (count: number) => counted(count, { one: "# گھنٹے", other: "# گھنٹوں" });
const minutes = (count: number) => counted(count, { one: "# منٹ", other: "# منٹ" });

const confirm = {
  codeLabel: "آپ کا کوڈ",
  codeNote: ({ minutes: count }) =>
    count === undefined
      ? "اسے اس صفحے پر لکھیں جس نے یہ مانگا تھا۔ یہ صرف تھوڑی دیر کارآمد ہے۔"
      : `اسے اس صفحے پر لکھیں جس نے یہ مانگا تھا۔ یہ ${minutes(count)} تک کارآمد ہے۔`,
  button: "اس پتے کی تصدیق کریں",
  valid: ({ hours: count }) =>
    `یہ لنک ${hours(count)} کے اندر صرف ایک بار کام کرتا ہے۔ اس سے ایک صفحہ کھلتا ہے جس پر ایک بٹن ہے؛ بٹن دبانے سے پہلے کچھ نہیں بدلتا۔`,
} satisfies Partial<Letters["verifyUser"]>;

/** What the letters about the safety of an account have in common. */
const safety = {
  device: ({ browser, system }) => `${system} پر ${browser}`,
  valid: "یہ لنک کسی بھی وقت استعمال ہو سکتا ہے۔",
  why: ({ book }) =>
    `یہ خط آپ کو اس لیے ملا کہ یہ ${book} پر آپ کے اکاؤنٹ کی حفاظت سے متعلق ہے؛ ایسے خط بند نہیں کیے جا سکتے۔`,
} satisfies Partial<Letters["newDevice"]>;

/** Urdu, in the polite form. */
export const ur = {
  language: "ur",
  direction: "rtl",
  greeting: ({ name }) => `السلام علیکم ${name}،`,
  greetingWithoutName: "السلام علیکم،",
  linkInText: "یا یہ لنک کھولیں:",
  onlyLinkInText: "یہ لنک کھولیں:",
  linkBelowButton: "اگر بٹن کام نہ کرے تو یہ پتا اپنے براؤزر میں نقل کریں:",
  sentTo: ({ to, book }) => `یہ خط ${to} کو ${book} کی طرف سے بھیجا گیا۔`,

  verifyRegistration: {
    ...confirm,
    subject: ({ book }) => `${book} کے لیے اپنے پتے کی تصدیق کریں`,
    lead: ({ to, book }) => `تصدیق کریں کہ ${to} آپ کا پتا ہے، اور ${book} پر آپ کا اکاؤنٹ تیار ہے۔`,
    why: ({ book }) => `یہ خط آپ کو اس لیے ملا کہ کسی نے اس پتے سے ${book} پر رجسٹر کیا۔`,
    notYou:
      "اگر وہ آپ نہیں تھے تو کچھ نہ کریں: کوڈ یا لنک کے بغیر کوئی اکاؤنٹ نہیں بنے گا۔ یہ دونوں کسی کو نہ دیں۔",
  },
  verifyUser: {
    ...confirm,
    subject: ({ book }) => `${book} پر اپنے اکاؤنٹ کے پتے کی تصدیق کریں`,
    lead: ({ to, book }) => `تصدیق کریں کہ ${to} اب بھی آپ کا اور ${book} پر آپ کے اکاؤنٹ کا پتا ہے۔`,
    why: ({ book }) =>
      `یہ خط آپ کو اس لیے ملا کہ ${book} پر ایک اکاؤنٹ کا یہی پتا ہے، اور اس پتے کی کبھی تصدیق نہیں ہوئی۔`,
    notYou: "اگر وہ اکاؤنٹ آپ کا نہیں تو کچھ نہ کریں: پتا غیر تصدیق شدہ رہے گا۔ کوڈ اور لنک کسی کو نہ دیں۔",
  },
  alreadyRegistered: {
    subject: ({ book }) => `${book} پر آپ کا اکاؤنٹ پہلے سے موجود ہے`,
    lead: ({ to, book }) =>
      `کسی نے ${to} سے ${book} پر رجسٹر کرنے کی کوشش کی، جبکہ اس پتے کا اکاؤنٹ وہاں پہلے سے موجود ہے۔ اگر وہ آپ تھے تو بس سائن اِن کر لیں۔`,
    button: "سائن اِن کریں",
    valid: "اس خط میں کوئی کوڈ نہیں، اور اس کا لنک کسی بھی وقت استعمال ہو سکتا ہے۔",
    why: "یہ خط آپ کو اس لیے ملا کہ اس پتے والا اکاؤنٹ آپ کا ہے۔ جس نے کوشش کی، اسے اس کے ہونے کا نہیں بتایا گیا۔",
    notYou: "اگر وہ آپ نہیں تھے تو کچھ نہ کریں: کچھ نہیں بدلا، اور آپ کا پاس ورڈ وہی ہے۔",
  },
  sessionStolen: {
    ...safety,
    subject: ({ book }) => `ہم نے ${book} پر آپ کا ایک آلہ سائن آؤٹ کر دیا`,
    lead: ({ device, at, book }) =>
      `کسی نے ${book} پر ایک پرانا سائن اِن استعمال کیا (آلہ: ${device}، وقت: ${at})۔ ہو سکتا ہے کہ اس سائن اِن کی نقل بنائی گئی ہو، اس لیے ہم نے اسے ختم کر دیا۔ آپ کے باقی آلات سائن اِن ہیں۔`,
    unknownDevice: "آپ کا ایک آلہ",
    button: "دوبارہ سائن اِن کریں",
    notYou:
      "اگر آپ نے بیک اپ بحال کیا یا براؤزر کا پروفائل نقل کیا تو دوبارہ سائن اِن کرنا کافی ہے۔ اگر نہیں، یا ایسا پھر ہو، تو اس کتاب کے منتظمین کو بتائیں۔",
  },
  newDevice: {
    ...safety,
    subject: ({ book }) => `${book} پر آپ کے اکاؤنٹ میں نئے آلے سے سائن اِن ہوا`,
    lead: ({ device, at, place, book }) =>
      [
        `کسی نے ${book} پر آپ کے اکاؤنٹ میں ایک ایسے آلے سے سائن اِن کیا جو اس کے لیے نیا ہے (آلہ: ${device}، وقت: ${at})۔`,
        place === undefined ? "" : `نیٹ ورک کے پتے کے مطابق یہ ${place} یا اس کے آس پاس تھا۔`,
      ]
        .join(" ")
        .trim(),
    unknownDevice: "ایک آلہ جسے ہم نہیں پہچانتے",
    button: "اپنے آلات دیکھیں",
    notYou:
      "اگر وہ آپ تھے تو کچھ نہ کریں۔ اگر نہیں، تو کسی کو آپ کا پاس ورڈ معلوم ہے: بٹن سے کھلنے والے صفحے پر اس آلے کو سائن آؤٹ کریں، اور اس کتاب کے منتظمین کو بتائیں۔",
  },
} satisfies Letters;
