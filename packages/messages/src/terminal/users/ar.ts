import type { Users } from "./en.ts";

export const users = {
  help: {
    importUsers: "نقل حسابات نظام آخر مع كلمات مرورها",
    file: "ملف JSON Lines أو JSON أو CSV، حساب واحد في كل سجل",
    dryRun: "قراءة كل شيء وبيان ما سيحدث دون تغيير أي شيء",
    format: "مصدر الملف: auto أو passlib أو django أو auth0 أو firebase",
    firebaseParameters: "ملف فيه معاملات تجزئة كلمات المرور لمشروع Firebase",
  },
  noSuchFormat: ({ format, known }) => `لا توجد صيغة باسم «${format}». الصيغ الموجودة: ${known}.`,
  unreadableFile: ({ file }) => `تتعذر قراءة ${file}.`,
  badFirebaseParameters: ({ file }) =>
    `لا يحتوي ${file} على ما يعرضه Firebase من معاملات تجزئة كلمات المرور: base64_signer_key و base64_salt_separator و rounds و mem_cost.`,
  counted: ({ imported, alreadyThere, refused }) =>
    `نُقل: ${imported}. موجود من قبل: ${alreadyThere}. مرفوض: ${refused}.`,
  wouldBeCounted: ({ imported, alreadyThere, refused }) =>
    `لم يتغير شيء. سيُنقل: ${imported}. موجود من قبل: ${alreadyThere}. مرفوض: ${refused}.`,
  withoutPassword: ({ count }) => `دون كلمة مرور: ${count}. يختارها أصحابها عبر «نسيت كلمة المرور؟».`,
  unverified: ({ count }) => `بعنوان لا يذكر الملف أنه مؤكد: ${count}. تصل أصحابها رسالة عند تسجيل الدخول.`,
  refusedLine: ({ line, reason }) => `  السطر ${line}: ${reason}`,
  moreRefused: ({ count }) => `  و${count} غيرها`,
  reasons: {
    "not-json": "ليس كائن JSON",
    "not-csv": "لا يطابق الأعمدة",
    "email-missing": "بلا عنوان",
    "email-invalid": "عنوانه لا تصل إليه أي رسالة",
    "hash-unknown": "تجزئة كلمة مروره بصيغة غير معروفة",
    "hash-too-costly": "التحقق من تجزئة كلمة مروره يحتاج وقتًا أو ذاكرة أكثر مما ينبغي",
    "firebase-parameters-missing": "يحتاج إلى ‎--firebase-parameters",
    blocked: "محظور في مصدره",
  },
} satisfies Users;
