import type { Terminal } from "../index.ts";

const unhardened = "ڈیولپمنٹ میں خطوط اور جوابات بغیر حفاظت کے دکھائے جاتے ہیں؛ اسے اسی مشین پر رہنا چاہیے";
const guessed = "جو اس کا اندازہ لگا لے وہ کوئی بھی بن سکتا ہے";
const unusable = (value: string) => `"${value}" قابلِ استعمال نہیں`;
const notHttps = (value: string) => `"${value}" میں https نہیں`;

export const settings = {
  why: "کیوں",
  write: "لکھیں",
  or: "یا",
  misspelt: {
    what: "کوئی ترتیب نہیں، اس لیے اسے کوئی نہیں پڑھتا",
    why: "اس کا نام ایک ترتیب کے نام جیسا ہے",
  },
  notKnown: ({ value, choices }) => ({
    what: `"${value}" نامعلوم ہے`,
    why: `یہ ان میں سے ایک ہونا چاہیے: ${choices}`,
  }),
  notInRange: ({ value, least, most }) => ({
    what: unusable(value),
    why: `یہ ${least} سے ${most} تک کا پورا عدد ہونا چاہیے`,
  }),
  noDuration: ({ value }) => ({
    what: unusable(value),
    why: "اسے 30s، 15m، 12h یا 7d کی طرح لکھا جانا چاہیے",
  }),
  durationNotInRange: ({ value, least, most }) => ({
    what: unusable(value),
    why: `یہ ${least} سے ${most} تک ہونا چاہیے`,
  }),
  noQuota: ({ value }) => ({
    what: unusable(value),
    why: "یہ دن کے سوال ہوں جیسے 20/d، یا ٹوکن جیسے 500000t/d، یا دونوں کے بیچ کوما، یا none",
  }),
  quotaTooLow: ({ value, least }) => ({
    what: `"${value}" ایک جواب کی ممکنہ لاگت سے کم ہے`,
    why: `ہر جواب کے لیے ${least} تک ٹوکن الگ رکھے جاتے ہیں، اس لیے کبھی کسی سوال کا جواب نہ ملتا`,
  }),
  noRoleName: ({ value }) => ({
    what: `"${value}" کسی نئے کردار کا نام نہیں`,
    why: "کردار name:user یا name:moderator لکھا جاتا ہے؛ نام میں چھوٹے حروف، ہندسے اور ہائفن ہوں، ایک ہی بار آئے، اور guest، user، moderator یا admin نہ ہو",
  }),
  noRoleLike: ({ value }) => ({
    what: `"${value}" نہیں بتاتا کہ یہ کس کردار جیسا ہے`,
    why: "کردار کا درجہ، کوٹا اور دوسرے مرحلے کا اصول user یا moderator والا ہوتا ہے؛ جو سب کچھ کر سکے وہ admin ہے",
  }),
  noDomain: ({ value }) => ({
    what: `"${value}" ڈومین نہیں ہے`,
    why: "اس کا موازنہ پتے میں @ کے بعد کے حصے سے ہوتا ہے: اسے example.org کی طرح لکھیں",
  }),
  domainsUnproven: {
    what: "ایسے ڈومین بتاتا ہے جن کا ثبوت کسی کو نہیں دینا پڑتا",
    why: "EMAIL_VERIFICATION=off کے ساتھ کوئی بھی ان ڈومینوں کا پتا لکھ سکتا ہے",
  },
  noWebAddress: ({ value }) => ({
    what: `"${value}" ویب کا پتہ نہیں`,
    why: "لنک، کوکیز اور ٹوکن اسی سے بنتے ہیں",
  }),
  noOrigin: ({ value }) => ({
    what: `"${value}" ماخذ نہیں`,
    why: "ماخذ کا موازنہ بالکل ٹھیک ہوتا ہے: اسکیم، ہوسٹ اور پورٹ، بغیر راستے یا سلیش کے",
  }),
  noAddressRange: ({ value }) => ({
    what: `"${value}" پتوں کا سلسلہ نہیں`,
    why: "اسے 10.0.0.0/8 کی طرح لکھا جانا چاہیے",
  }),
  hasPath: ({ value }) => ({
    what: `"${value}" میں راستہ ہے`,
    why: "یہ ماخذ ہے: کوکیز اور ٹوکن کوئی راستہ نہیں جانتے",
  }),
  notWritable: ({ value }) => ({
    what: `"${value}" میں لکھا نہیں جا سکتا`,
    why: "شامل ڈیٹا بیس اور بنایا گیا راز وہیں رہتے ہیں",
  }),
  noRedis: { what: "Redis کا پتہ نہیں", why: "کئی سرور وہاں مل کر حدیں گنتے ہیں" },
  noPostgres: { what: "Postgres کا پتہ نہیں", why: "ڈیٹا بیس Postgres 15 یا اس سے نیا ہے" },
  transportNotSet: ({ value, setting }) => ({
    what: `"${value}" کا نام لیتا ہے، جس کی ترتیبات نہیں ہیں`,
    why: `اس راستے سے خط صرف ${setting} کے ساتھ جاتے ہیں`,
  }),
  noWebhookSecret: {
    what: "وہ نہیں ہے جو Resend دکھاتا ہے",
    why: "یہ whsec_ سے شروع ہوتا ہے، اور جو جعلی اطلاع بنا سکے وہ پتے خاموش کر سکتا ہے",
  },
  noMailServer: { what: "میل سرور کا پتہ نہیں", why: "خطوط اسی سے جاتے ہیں" },
  noSender: { what: "موجود نہیں", why: "میل سرور اپنے ڈومین کے بھیجنے والے کے بغیر خطوط رد کرتے ہیں" },
  noBearerSecret: {
    what: "کافی حد تک بے ترتیب نہیں",
    why: "جو اسے بوجھ لے وہ ٹوکنوں کے بارے میں پوچھ سکتا ہے؛ کم از کم 32 حروف، ہندسے یا - . _ ~ + /",
  },
  reachable: ({ value }) => ({ what: `"${value}" تک باہر سے رسائی ہے`, why: unhardened }),
  publicAddress: ({ value }) => ({ what: `"${value}" عوامی پتہ ہے`, why: unhardened }),
  notHttps: ({ value }) => ({ what: notHttps(value), why: "کوکیز اور ٹوکن کھلے عام سفر کریں گے" }),
  bookNotHttps: ({ value }) => ({ what: notHttps(value), why: "خطوط کے لنک وہاں ٹوکن لے جاتے ہیں" }),
  otherSite: ({ value, api }) => ({
    what: `"${value}" اور "${api}" الگ الگ سائٹوں پر ہیں`,
    why: "براؤزر سائٹوں کے درمیان کوکیز چھوڑ دیتے ہیں، اس لیے قاری ہر بار صفحہ لوڈ ہونے پر سائن آؤٹ ہو جائیں گے",
  }),
  sharedHost: ({ value, suffix }) => ({
    what: `"${value}" ‏${suffix} کے تحت ہے، جہاں ہر نام الگ سائٹ ہے`,
    why: "Safari اور Brave کسی اور جگہ کی اے پی آئی کی کوکی نہیں رکھتے: اسے بالکل اسی نام کے تحت ہونا چاہیے، یا /api پر پراکسی کے پیچھے",
  }),
  noMail: { what: "موجود نہیں", why: "کوئی اپنے پتے کی تصدیق نہ کر سکے گا" },
  limitsOff: { what: `"off" آزمائشوں کے لیے ہے`, why: "پاس ورڈز کا اندازہ بے انتہا لگایا جا سکے گا" },
  /** Of a language model's settings. */
  modelIncomplete: { what: "موجود نہیں", why: "زبان کے ماڈل کو اس کا پتا اور نام دونوں چاہییں" },
  modelNotHttps: ({ value }) => ({
    what: notHttps(value),
    why: "اس کی کلید اور قارئین کے سوال کھلے عام سفر کریں گے",
  }),
  modelRoute: ({ value }) => ({
    what: `"${value}" ماڈل کا صرف ایک راستہ ہے`,
    why: "chat/completions اس میں خود جوڑا جاتا ہے",
  }),
  noModelKey: {
    what: "قابلِ استعمال نہیں",
    why: "یہ ہیڈر میں جاتی ہے: نظر آنے والے ASCII حروف، خالی جگہ کے بغیر",
  },
  noPartner: ({ partner }) => ({
    what: "موجود نہیں",
    why: `یہ ${partner} کا ساتھی ہے: فراہم کنندہ دونوں کے ہونے پر ہی چلتا ہے`,
  }),
  providerNeeds: ({ name }) => ({
    what: "موجود نہیں",
    why: `اس کے بغیر ${name} تک کا راستہ معلوم نہیں`,
  }),
  notUsable: ({ value }) => ({
    what: `"${value}" قابلِ استعمال نہیں`,
    why: "اس سے فراہم کنندہ کے پتے بنتے ہیں",
  }),
  noIssuer: ({ value }) => ({
    what: `"${value}" قابلِ استعمال نہیں`,
    why: "یہ فراہم کنندہ کا https پتہ ہونا چاہیے، بالکل ویسا جیسا وہ خود کو issuer کہتا ہے",
  }),
  noSecret: {
    what: "موجود نہیں",
    why: "ٹوکن اور محفوظ کلیدیں اسی پر منحصر ہیں؛ بنایا گیا راز اس مشین کے ساتھ کھو جائے گا",
  },
  idTwice: { what: "میں ایک شناخت دو بار ہے", why: "ہر شناخت بتاتی ہے کہ کون سی کلید مراد ہے" },
  secretTooShort: ({ id, least }) => ({
    what: `راز "${id}" ${least} بائٹ سے چھوٹا ہے`,
    why: guessed,
  }),
  secretIsExample: ({ id }) => ({ what: `راز "${id}" مثال ہے، راز نہیں`, why: guessed }),
  secretRepeats: ({ id }) => ({ what: `راز "${id}" میں بہت تکرار ہے`, why: guessed }),
} satisfies Terminal["settings"];
