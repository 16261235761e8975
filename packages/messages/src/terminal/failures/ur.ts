import type { Terminal } from "../index.ts";

export const failures = {
  settings: "Bookplate ان ترتیبات کے ساتھ شروع نہیں ہوتا:",
  portInUse: ({ port }) =>
    `پورٹ ${port} استعمال میں ہے۔ جو وہاں سن رہا ہے اسے روکیں، یا PORT سے کوئی اور چنیں۔`,
  portNeedsRights: ({ port }) =>
    `پورٹ ${port} کے لیے ایسے اختیارات چاہییں جو اس صارف کے پاس نہیں۔ PORT سے 1023 سے اوپر کا چنیں۔`,
  hostUnknown: "HOST اس مشین کا پتہ نہیں۔ 127.0.0.1، 0.0.0.0 یا اس کا کوئی اپنا پتہ استعمال کریں۔",
  postgresRefuses: "Postgres نے DATABASE_URL کا صارف یا پاس ورڈ رد کر دیا۔",
  databaseMissing: "DATABASE_URL میں جس ڈیٹا بیس کا نام ہے وہ موجود نہیں۔ اسے بنائیں، پھر دوبارہ شروع کریں۔",
  databaseUnreachable: ({ reason }) => `DATABASE_URL کے ڈیٹا بیس تک رسائی نہیں: ${reason}۔`,
  postgresTooOld: ({ found, least }) =>
    `ڈیٹا بیس PostgreSQL ${found} ہے؛ Bookplate کو ${least} یا اس سے نیا درکار ہے۔`,
  schemaTooNew: ({ name }) =>
    `ڈیٹا بیس میں "${name}" نام کی مائیگریشن ہے جسے Bookplate کا یہ نسخہ نہیں جانتا۔ وہ نسخہ چلائیں جس نے اسے لاگو کیا، یا اس سے نیا؛ کچھ نہیں بدلا گیا۔`,
  locked: ({ directory, pid }) =>
    `${directory} کا شامل ڈیٹا بیس پروسیس ${pid} کے استعمال میں ہے۔ اس پروسیس کو روکیں، یا BOOKPLATE_DATA_DIR سے اس کو اپنا ڈیٹا بیس دیں۔`,
  secretMissing: ({ id }) =>
    `محفوظ کلیدوں کو "${id}" شناخت والا راز درکار ہے، جو BOOKPLATE_SECRET میں درج نہیں۔ اسے فہرست کے آخر میں پھر شامل کریں: BOOKPLATE_SECRET=<new id>:<new secret>,${id}:<old secret>`,
  placeDatabase: ({ file }) =>
    `PLACE_DATABASE میں ${file} کا نام ہے، جسے مقامات کے ڈیٹا بیس کے طور پر پڑھا نہیں جا سکتا۔ کسی ‎.mmdb فائل کا راستہ دیں، یا اسے چھوڑ دیں۔`,
  serverEnded: "جس سرور کے پاس ڈیٹا بیس کھلا تھا وہ بند ہو گیا۔ دوبارہ کوشش کریں۔",
  serverEndedEarly: "سرور جواب دینے سے پہلے بند ہو گیا۔ دوبارہ کوشش کریں۔",
} satisfies Terminal["failures"];
