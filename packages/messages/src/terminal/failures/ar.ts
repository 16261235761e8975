import type { Terminal } from "../index.ts";

export const failures = {
  settings: "لا يبدأ Bookplate بهذه الإعدادات:",
  portInUse: ({ port }) => `المنفذ ${port} مستخدم. أوقف ما يستمع عليه، أو اختر غيره عبر PORT.`,
  portNeedsRights: ({ port }) =>
    `المنفذ ${port} يحتاج إلى صلاحيات لا يملكها هذا المستخدم. اختر عبر PORT منفذًا فوق 1023.`,
  hostUnknown: "ليس HOST عنوانًا لهذا الجهاز. استخدم 127.0.0.1 أو 0.0.0.0 أو عنوانًا من عناوينه.",
  postgresRefuses: "يرفض Postgres المستخدم أو كلمة المرور في DATABASE_URL.",
  databaseMissing: "قاعدة البيانات المسماة في DATABASE_URL غير موجودة. أنشئها ثم ابدأ من جديد.",
  databaseUnreachable: ({ reason }) => `تعذّر الوصول إلى قاعدة البيانات في DATABASE_URL: ${reason}.`,
  postgresTooOld: ({ found, least }) =>
    `قاعدة البيانات هي PostgreSQL ${found}؛ ويحتاج Bookplate إلى ${least} أو أحدث.`,
  schemaTooNew: ({ name }) =>
    `في قاعدة البيانات ترقية باسم "${name}" لا تعرفها هذه النسخة من Bookplate. ابدأ النسخة التي طبّقتها أو أحدث منها؛ لم يتغير شيء.`,
  locked: ({ directory, pid }) =>
    `قاعدة البيانات المضمَّنة في ${directory} تستخدمها العملية ${pid}. أوقف تلك العملية، أو أعطِ هذه قاعدة بيانات خاصة بها عبر BOOKPLATE_DATA_DIR.`,
  secretMissing: ({ id }) =>
    `تحتاج المفاتيح المخزنة إلى السر ذي المعرّف "${id}"، وهو غائب عن BOOKPLATE_SECRET. أعِده إلى آخر القائمة: BOOKPLATE_SECRET=<new id>:<new secret>,${id}:<old secret>`,
  placeDatabase: ({ file }) =>
    `تذكر PLACE_DATABASE الملف ${file}، ولا يمكن قراءته قاعدةَ بيانات للأماكن. اذكر مسار ملف ‎.mmdb أو احذف الإعداد.`,
  serverEnded: "انتهى الخادم الذي كانت قاعدة البيانات مفتوحة لديه. حاول مجددًا.",
  serverEndedEarly: "انتهى الخادم قبل أن يجيب. حاول مجددًا.",
} satisfies Terminal["failures"];
