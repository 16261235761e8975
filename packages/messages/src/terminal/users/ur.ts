import type { Users } from "./en.ts";

export const users = {
  help: {
    importUsers: "کسی اور نظام کے اکاؤنٹ ان کے پاس ورڈ سمیت لے آئیں",
    file: "JSON Lines، JSON یا CSV، ہر اندراج میں ایک اکاؤنٹ",
    dryRun: "سب پڑھیں اور بتائیں کہ کیا ہو گا؛ کچھ نہ بدلیں",
    format: "فائل کہاں سے آئی ہے: auto، passlib، django، auth0، firebase",
    firebaseParameters: "وہ فائل جس میں Firebase منصوبے کے پاس ورڈ ہیش پیرامیٹر ہیں",
  },
  noSuchFormat: ({ format, known }) => `”${format}“ نام کا کوئی فارمیٹ نہیں۔ یہ موجود ہیں: ${known}۔`,
  unreadableFile: ({ file }) => `${file} پڑھی نہیں جا سکتی۔`,
  badFirebaseParameters: ({ file }) =>
    `${file} میں وہ نہیں جو Firebase پاس ورڈ ہیش پیرامیٹر کے طور پر دکھاتا ہے: base64_signer_key، base64_salt_separator، rounds اور mem_cost۔`,
  counted: ({ imported, alreadyThere, refused }) =>
    `لائے گئے: ${imported}۔ پہلے سے موجود: ${alreadyThere}۔ رد کیے گئے: ${refused}۔`,
  wouldBeCounted: ({ imported, alreadyThere, refused }) =>
    `کچھ نہیں بدلا۔ لائے جاتے: ${imported}۔ پہلے سے موجود: ${alreadyThere}۔ رد کیے جاتے: ${refused}۔`,
  withoutPassword: ({ count }) =>
    `بغیر پاس ورڈ کے: ${count}۔ ان کے مالک ”پاس ورڈ بھول گئے؟“ کے ذریعے پاس ورڈ چنیں گے۔`,
  unverified: ({ count }) =>
    `ایسے پتے کے ساتھ جسے فائل تصدیق شدہ نہیں کہتی: ${count}۔ ان کے مالکوں کو سائن اِن پر خط ملے گا۔`,
  refusedLine: ({ line, reason }) => `  سطر ${line}: ${reason}`,
  moreRefused: ({ count }) => `  اور ${count} مزید`,
  reasons: {
    "not-json": "JSON آبجیکٹ نہیں ہے",
    "not-csv": "کالموں سے میل نہیں کھاتی",
    "email-missing": "پتہ نہیں ہے",
    "email-invalid": "پتہ ایسا ہے جس پر کوئی خط نہیں پہنچ سکتا",
    "hash-unknown": "پاس ورڈ کا ہیش کسی معلوم فارمیٹ میں نہیں",
    "hash-too-costly": "پاس ورڈ کے ہیش کی جانچ حد سے زیادہ وقت یا میموری لیتی ہے",
    "firebase-parameters-missing": "اس کے لیے ‎--firebase-parameters چاہیے",
    blocked: "جہاں سے آیا ہے وہاں بند ہے",
  },
} satisfies Users;
