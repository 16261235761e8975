import { counting } from "../counting.ts";
import type { ChatToolsWords } from "./index.ts";

const counted = counting("ur");

/** What the rarer parts of the chat panel say, in Urdu. */
export const ur = {
  list: {
    empty: "آپ نے ابھی تک کچھ نہیں پوچھا۔",
    untitled: "بلا عنوان گفتگو",
    showMore: "مزید دکھائیں",
    updated: ({ ago }) => `آخری استعمال: ${ago}`,
    justNow: "ابھی ابھی",
    more: ({ title }) => `”${title}“ کے بارے میں مزید`,
    rename: "نام بدلیں",
    renameLabel: "عنوان",
    save: "محفوظ کریں",
    cancel: "منسوخ کریں",
    markdown: "Markdown میں محفوظ کریں",
    json: "JSON میں محفوظ کریں",
    saved: "آپ کے ڈاؤن لوڈز میں محفوظ ہو گئی۔",
    remove: "حذف کریں",
    removeQuestion: "کیا یہ گفتگو اور اس کے جوابات ہمیشہ کے لیے حذف کر دیے جائیں؟",
    atOnce: "جواب ایک ساتھ دکھائیں",
    atOnceHint: "جواب مکمل ہونے پر نظر آتا ہے، لفظ بہ لفظ نہیں۔",
  },
  search: {
    label: "اپنی گفتگوؤں میں تلاش کریں",
    searching: "تلاش ہو رہی ہے…",
    found: ({ count }) => counted(count, { one: "# جگہ ملی", other: "# جگہیں ملیں" }),
    nothing: ({ query }) => `”${query}“ کے بارے میں کچھ نہیں ملا۔ دوسرے یا کم الفاظ آزمائیں۔`,
  },
  feedback: {
    question: "کیا اس جواب سے مدد ملی؟",
    up: "مددگار",
    down: "مددگار نہیں",
    missing: "کیا کمی تھی؟ (اختیاری)",
    send: "بھیجیں",
    thanks: "شکریہ، نوٹ کر لیا گیا۔",
  },
  report: {
    open: "اطلاع دیں",
    question: "اس جواب میں کیا خرابی ہے؟",
    seen: "نگران یہ جواب اور اس سے پہلے اور بعد کے زیادہ سے زیادہ دو دو پیغام دیکھتے ہیں، آپ کی کوئی اور گفتگو نہیں۔",
    reasons: {
      wrong: "یہ غلط ہے",
      harmful: "یہ خطرناک ہے",
      offensive: "یہ توہین آمیز ہے",
      privacy: "یہ کوئی نجی بات ظاہر کرتا ہے",
      other: "کچھ اور",
    },
    comment: "کیا بات ہے؟",
    send: "اطلاع بھیجیں",
    cancel: "منسوخ کریں",
    reported: "اطلاع دے دی گئی۔ ایک نگران اسے دیکھے گا؛ اگر جواب چھپایا گیا تو اس کی جگہ ایک نوٹس ہو گا۔",
  },
  unsent: {
    question: "آپ نے ایک سوال لکھا ہے اور بھیجا نہیں۔ سائن آؤٹ کرنے سے وہ مٹ جائے گا۔",
    signOut: "سائن آؤٹ کریں اور مٹائیں",
    stay: "سائن اِن رہیں",
  },
  quota: {
    messagesLeft: ({ count, time }) =>
      counted(count, { one: `${time} تک # سوال باقی ہے۔`, other: `${time} تک # سوال باقی ہیں۔` }),
    messagesGone: ({ time, wait }) => `آپ کے سوال پورے ہو چکے ہیں۔ نئے سوال ${wait}، ${time} پر ملیں گے۔`,
    tokensLeft: ({ percent, time }) => `${time} تک آپ کی گنجائش کا ${percent} باقی ہے۔`,
    tokensGone: ({ time, wait }) =>
      `آپ کی گنجائش پوری ہو چکی ہے۔ یہ ${wait}، ${time} پر نئے سرے سے شروع ہو گی۔`,
    register: "اکاؤنٹ کے ساتھ زیادہ ملتے ہیں۔",
  },
} satisfies ChatToolsWords;
