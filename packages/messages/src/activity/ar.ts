import type { Activity } from "./index.ts";

/** What happened around an account's safety, in Arabic. */
export const ar = {
  device: ({ browser, system }) => `${browser} على ${system}`,
  unknownDevice: "جهاز غير معروف",
  kinds: {
    "account-verified": "تأكيد العنوان",
    "device-signed-out": "تسجيل خروج أحد الأجهزة",
    "guest-merged": "إضافة محادثات الضيف إلى الحساب",
    "guest-promoted": "تحوّل الضيف إلى حساب",
    "other-devices-signed-out": "تسجيل خروج جميع الأجهزة الأخرى",
    "passkey-added": "أضيف مفتاح مرور",
    "passkey-removed": "أزيل مفتاح مرور",
    "refresh-fast-forward": "استئناف الجلسة بعد تعطّل قاعدة البيانات",
    "refresh-recovered": "استئناف الجلسة بعد ضياع أحد الردود",
    "refresh-reused": "اكتشاف جلسة منسوخة وتسجيل خروج الجهاز",
    "signed-in": "تسجيل دخول",
    "signed-out": "تسجيل خروج",
    "stepped-up": "تأكيد الهوية من جديد",
  },
  signedInOnNewDevice: "تسجيل دخول من جهاز جديد",
} satisfies Activity;
