import { counting } from "../counting.ts";
import type { ChatMessages } from "./index.ts";

const counted = counting("ur");

/** What the chat panel says, in Urdu. */
export const ur = {
  language: "ur",
  title: "کتاب سے پوچھیں",
  close: "بند کریں",
  back: "گفتگو پر واپس جائیں",
  loading: "لوڈ ہو رہا ہے…",

  conversations: "آپ کی گفتگوئیں",
  newConversation: "نئی گفتگو",
  noConversations: "آپ نے ابھی تک کچھ نہیں پوچھا۔",
  untitled: "بلا عنوان گفتگو",
  showMore: "مزید دکھائیں",
  updated: ({ ago }) => `آخری استعمال: ${ago}`,
  justNow: "ابھی ابھی",
  rename: ({ title }) => `”${title}“ کا نام بدلیں`,
  renameLabel: "عنوان",
  save: "محفوظ کریں",
  cancel: "منسوخ کریں",
  remove: ({ title }) => `”${title}“ حذف کریں`,
  confirmRemove: "کیا یہ گفتگو اور اس کے جوابات ہمیشہ کے لیے حذف کر دیے جائیں؟",
  confirmRemoveYes: "حذف کریں",

  emptyHeading: "اس کتاب سے سوال پوچھیں",
  emptyText:
    "جواب میں کتاب کے اقتباسات اور ان عنوانات کے لنک ہوتے ہیں جہاں سے وہ لیے گئے، تاکہ آپ آگے پڑھ سکیں اور خود جانچ سکیں۔",
  suggestionsLabel: "مثال کے طور پر",
  suggestions: ["یہ کتاب کس بارے میں ہے؟", "میں کہاں سے شروع کروں؟", "مجھے پہلے کیا پڑھنا چاہیے؟"],

  conversation: "گفتگو",
  you: "آپ",
  book: "کتاب",
  sources: "کتاب سے",
  answering: "کتاب میں دیکھا جا رہا ہے…",
  answerReady: "جواب تیار ہے",
  answerHidden: "یہ جواب ایک نگران نے چھپا دیا ہے۔",
  answerFailed: "جواب مکمل ہونے سے پہلے رک گیا۔",
  answerBroken: "جواب آتے ہوئے رابطہ ٹوٹ گیا۔",
  continueReading: "جاری رکھیں",
  askAgain: "دوبارہ پوچھیں",
  newText: "نیا متن",

  question: "آپ کا سوال",
  questionPlaceholder: "آپ کیا جاننا چاہتے ہیں؟",
  send: "بھیجیں",
  sending: "بھیجا جا رہا ہے…",
  sendHint: "Enter سے سوال جاتا ہے، Shift + Enter سے نئی سطر شروع ہوتی ہے۔",
  charactersLeft: ({ count }) => counted(count, { one: "# حرف باقی ہے", other: "# حروف باقی ہیں" }),
  charactersOver: ({ count }) => counted(count, { one: "# حرف زیادہ ہے", other: "# حروف زیادہ ہیں" }),
  quote: "آپ کا سوال اس بارے میں ہے",
  removeQuote: "اقتباس ہٹائیں",
  askAboutThis: "اس کے بارے میں پوچھیں",

  guest: "آپ مہمان ہیں۔ یہ گفتگوئیں محفوظ رکھنے کے لیے رجسٹر کریں۔",
  register: "رجسٹر کریں",
  signIn: "سائن اِن کریں",

  tryAgain: "دوبارہ کوشش کریں",
  dismiss: "ہٹائیں",
  problems: {
    "too-many-requests": ({ time }) =>
      time === null
        ? "ایک ساتھ بہت سے سوال ہو گئے۔ ذرا ٹھہریں؛ آپ کا سوال محفوظ ہے۔"
        : `ایک ساتھ بہت سے سوال ہو گئے۔ ${time} کے بعد دوبارہ کوشش کریں؛ آپ کا سوال محفوظ ہے۔`,
    "quota-exceeded": ({ time }) =>
      time === null
        ? "فی الحال آپ کے سوال پورے ہو چکے ہیں۔ آپ کا سوال محفوظ ہے۔"
        : `فی الحال آپ کے سوال پورے ہو چکے ہیں۔ ${time} کے بعد دوبارہ کوشش کریں؛ آپ کا سوال محفوظ ہے۔`,
    "answer-running": () => "اس گفتگو میں ابھی ایک جواب لکھا جا رہا ہے۔",
    "server-busy": ({ time }) =>
      time === null
        ? "سرور مصروف ہے۔ کچھ دیر بعد دوبارہ کوشش کریں؛ آپ کا سوال محفوظ ہے۔"
        : `سرور مصروف ہے۔ ${time} کے بعد دوبارہ کوشش کریں؛ آپ کا سوال محفوظ ہے۔`,
    "database-unavailable": ({ time }) =>
      time === null
        ? "سرور اس وقت اپنی گفتگوؤں تک نہیں پہنچ پا رہا۔ کچھ دیر بعد دوبارہ کوشش کریں؛ کچھ ضائع نہیں ہوا۔"
        : `سرور اس وقت اپنی گفتگوؤں تک نہیں پہنچ پا رہا۔ ${time} کے بعد دوبارہ کوشش کریں؛ کچھ ضائع نہیں ہوا۔`,
    "signed-out": () => "آپ سائن آؤٹ ہیں۔ جاری رکھنے کے لیے سائن اِن کریں؛ آپ کا سوال محفوظ ہے۔",
    "not-found": () => "یہ گفتگو اب موجود نہیں۔ آپ کا سوال محفوظ ہے؛ اسے نئی گفتگو میں پوچھیں۔",
    "question-refused": () => "سرور نے یہ سوال قبول نہیں کیا۔ اسے بدل کر دوبارہ کوشش کریں۔",
    network: () => "سرور سے رابطہ نہیں ہو رہا۔ اپنا انٹرنیٹ دیکھ لیں؛ آپ کا سوال محفوظ ہے۔",
    unexpected: () => "ہماری طرف سے کوئی خرابی ہوئی۔ آپ کا سوال محفوظ ہے۔",
  },
} satisfies ChatMessages;
