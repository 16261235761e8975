import type { Mail } from "./en.ts";

export const mail: Mail = {
  help: {
    mail: "دیکھیں کہ خط جاتے ہیں یا نہیں، اور قارئین کو خبریں بھیجیں",
    test: "ہر راستے سے ایک پتے پر خط بھیجیں اور بتائیں کہ ہر ایک نے کیا جواب دیا",
    address: "ای میل کا پتہ",
    list: "تازہ ترین خطوط اور ان کا انجام",
    failed: "صرف وہ جو چھوڑ دیے گئے",
    to: "صرف اس پتے کے",
    retry: "چھوڑا ہوا خط دوبارہ بھیجیں",
    id: "خط کی شناخت، mail list سے",
    all: "تمام جو چھوڑ دیے گئے",
    suppressed: "وہ پتے جن پر ابھی کوئی خط نہیں جاتا",
    unsuppress: "پتے پر خط پھر جانے دیں",
    announce: "ہر اس قاری کو لکھیں جس نے خبریں مانگیں؛ ہر فائل ایک بار",
    file: "پہلی سطر میں موضوع، ایک خالی سطر، پھر متن",
    yes: "خط لکھیں؛ اس کے بغیر صرف تعداد بتائی جاتی ہے",
  },
  states: { queued: "انتظار میں", sent: "بھیجا گیا", failed: "چھوڑ دیا گیا", suppressed: "نہیں بھیجا گیا" },
  deliveries: {
    delayed: "بھیجا گیا، تاخیر ہے",
    delivered: "پہنچ گیا",
    bounced: "واپس آ گیا",
    complained: "سپام کہا گیا",
  },
  reasons: {
    bounced: "وہاں کوئی ڈاک نہیں پڑھتا",
    complained: "مالک نے خط کو سپام کہا",
    unreachable: "اس کا میل باکس ابھی کچھ نہیں لیتا",
    unwanted: "مالک نے ایسے خطوط بند کر دیے",
  },
  attempts: ({ count }: { count: number }) => (count === 1 ? "1 کوشش" : `${count} کوششیں`),
  until: ({ moment }: { moment: string }) => `${moment} تک`,
  none: "کوئی خط نہیں۔ خطوط 30 دن رکھے جاتے ہیں۔",
  noneFailed: "کوئی خط چھوڑا نہیں گیا۔",
  noneSuppressed: "خط ہر پتے پر جاتے ہیں۔",
  retried: ({ count }: { count: number }) =>
    count === 1 ? "1 خط دوبارہ جاتا ہے۔" : `${count} خط دوبارہ جاتے ہیں۔`,
  retryNeedsOne: "ایک خط کی شناخت دیں، یا --all سے سب۔ bookplate mail list --failed انہیں دکھاتا ہے۔",
  noSuchLetter: ({ id }: { id: string }) =>
    `ایسا کوئی چھوڑا ہوا خط ${id} نہیں جو اب بھی بھیجا جا سکے۔ اس کا متن چار دن رکھا جاتا ہے۔`,
  unsuppressed: ({ address }: { address: string }) => `${address} پر خط پھر جاتے ہیں۔`,
  notSuppressed: ({ address }: { address: string }) => `${address} پر روک نہیں تھی۔`,
  noAddress: ({ address }: { address: string }) => `"${address}" ایک ای میل پتہ نہیں۔`,
  noFile: ({ file }: { file: string }) => `${file} پڑھی نہیں جا سکتی۔`,
  noAnnouncement: ({ file }: { file: string }) =>
    `${file} کی پہلی سطر میں زیادہ سے زیادہ 150 حروف کا موضوع، ایک خالی سطر اور متن چاہیے۔`,
  wouldAnnounce: ({ subject, count }: { subject: string; count: number }) =>
    `"${subject}" ${count} قارئین کو جائے گا۔ خط لکھنے کے لیے --yes لگائیں۔`,
  announced: ({ subject, count }: { subject: string; count: number }) =>
    `"${subject}" ${count} قارئین کو جاتا ہے، ان خطوط کے بعد جن کا کوئی منتظر ہے۔`,
  announcedAlready: ({ subject, moment }: { subject: string; moment: string }) =>
    `"${subject}" کا اعلان ${moment} پر ہو چکا ہے۔ کسی کو دو بار نہیں ملتا۔`,
  testTaken: "قبول ہوا۔ ان باکس میں پہنچا یا سپام میں، یہ میل باکس بتائے گا۔",
  testRefused: "ہر راستے نے خط قبول نہیں کیا۔",
  testCaught: "کوئی راستہ مقرر نہیں، اس لیے خط صرف /dev/mail پر ہے۔",
  mends: {
    credentials: "SMTP_URL یا RESEND_API_KEY درست صارف، پاس ورڈ یا کلید کے ساتھ",
    sender: "MAIL_FROM ایسے ڈومین کے ساتھ جس کی اس سرور یا فراہم کنندہ نے تصدیق کی ہو",
    quota: "کچھ نہیں: انتظار کریں، کوٹا بڑھائیں، یا MAIL_TRANSPORT میں دوسرا راستہ لکھیں",
    encryption: "SMTP_URL اس نام کے ساتھ جو سرور کے سرٹیفکیٹ میں ہے",
    address: "SMTP_URL درست ہوسٹ اور پورٹ کے ساتھ؛ فائر وال بھی دیکھیں",
  },
};
