import { counting } from "../counting.ts";
import type { ShelfWords } from "./index.ts";

const counted = counting("ur");

/** Urdu, in the polite form. */
export const ur = {
  chats: {
    search: "اپنی گفتگوؤں میں تلاش کریں",
    searchHint: "عنوانات، سوالات اور جوابات میں۔",
    found: ({ count, words }) =>
      counted(count, { one: `”${words}“ کے لیے # جگہ`, other: `”${words}“ کے لیے # جگہیں` }),
    nothingFound: ({ words }) => `”${words}“ آپ کی کسی گفتگو میں نہیں ہے۔`,
    export: "ڈاؤن لوڈ کریں",
    exportNamed: ({ title }) => `”${title}“ ڈاؤن لوڈ کریں`,
    exportQuestion: "آپ اسے کس شکل میں چاہتے ہیں؟",
    markdown: "متن (Markdown)",
    json: "ڈیٹا (JSON)",
    exported: "یہ آپ کے ڈاؤن لوڈز میں ہے۔",
  },
  bookmarks: {
    lead: "اس کتاب کی وہ جگہیں جو آپ نے محفوظ کی ہیں، سب سے نئی پہلے۔",
    empty: "آپ نے ابھی تک کوئی جگہ محفوظ نہیں کی۔",
    home: "پہلا صفحہ",
    kept: ({ ago }) => `محفوظ کی گئی: ${ago}`,
    note: "نوٹ",
    addNote: "نوٹ لکھیں",
    changeNote: "نوٹ بدلیں",
    noteNamed: ({ place }) => `”${place}“ پر نوٹ`,
    noted: "آپ کا نوٹ محفوظ ہو گیا۔",
    remove: "ہٹائیں",
    removeNamed: ({ place }) => `نشانی ”${place}“ ہٹائیں`,
    removeQuestion: "کیا یہ نشانی اور اس کا نوٹ ہٹا دیا جائے؟",
    removed: "ہٹا دی گئی۔",
  },
  usage: {
    title: "آپ کتنا پوچھ سکتے ہیں",
    messages: ({ used, count }) =>
      counted(count, { one: `# میں سے ${used} سوال پوچھا گیا`, other: `# میں سے ${used} سوالات پوچھے گئے` }),
    tokens: ({ used, count }) =>
      counted(count, {
        one: `# میں سے ${used} ٹوکن استعمال ہوا`,
        other: `# میں سے ${used} ٹوکن استعمال ہوئے`,
      }),
    tokensHint: "ٹوکن اس متن کے ٹکڑے ہیں جو ماڈل آپ کے لیے پڑھتا اور لکھتا ہے۔",
    anew: ({ time }) => `${time} سے گنتی نئے سرے سے شروع ہوگی۔`,
  },
} satisfies ShelfWords;
