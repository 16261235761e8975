import { counting } from "../counting.ts";
import type { ShelfWords } from "./index.ts";

const counted = counting("ar");

/** Arabic, in the modern standard language. */
export const ar = {
  chats: {
    search: "البحث في محادثاتك",
    searchHint: "في العناوين والأسئلة والإجابات.",
    found: ({ count, words }) =>
      counted(count, {
        zero: `لا موضع فيه «${words}»`,
        one: `موضع واحد فيه «${words}»`,
        two: `موضعان فيهما «${words}»`,
        few: `# مواضع فيها «${words}»`,
        many: `# موضعًا فيه «${words}»`,
        other: `# موضع فيه «${words}»`,
      }),
    nothingFound: ({ words }) => `لا ترد «${words}» في أي من محادثاتك.`,
    export: "تنزيل",
    exportNamed: ({ title }) => `تنزيل «${title}»`,
    exportQuestion: "بأي صيغة تريدها؟",
    markdown: "نص (Markdown)",
    json: "بيانات (JSON)",
    exported: "تجدها بين تنزيلاتك.",
  },
  bookmarks: {
    lead: "مواضع من هذا الكتاب احتفظت بها، الأحدث أولًا.",
    empty: "لم تحتفظ بأي موضع بعد.",
    home: "الصفحة الأولى",
    kept: ({ ago }) => `حُفظت ${ago}`,
    note: "ملاحظة",
    addNote: "إضافة ملاحظة",
    changeNote: "تعديل الملاحظة",
    noteNamed: ({ place }) => `ملاحظة على «${place}»`,
    noted: "حُفظت ملاحظتك.",
    remove: "إزالة",
    removeNamed: ({ place }) => `إزالة الإشارة المرجعية «${place}»`,
    removeQuestion: "هل تريد إزالة هذه الإشارة المرجعية وملاحظتها؟",
    removed: "تمت الإزالة.",
  },
  usage: {
    title: "كم سؤالًا يمكنك طرحه",
    messages: ({ used, count }) =>
      counted(count, {
        zero: `طُرح ${used} من # أسئلة`,
        one: `طُرح ${used} من # سؤال`,
        two: `طُرح ${used} من # سؤالين`,
        few: `طُرح ${used} من # أسئلة`,
        many: `طُرح ${used} من # سؤالًا`,
        other: `طُرح ${used} من # سؤال`,
      }),
    tokens: ({ used, count }) =>
      counted(count, {
        zero: `استُخدم ${used} من # رموز`,
        one: `استُخدم ${used} من # رمز`,
        two: `استُخدم ${used} من # رمزين`,
        few: `استُخدم ${used} من # رموز`,
        many: `استُخدم ${used} من # رمزًا`,
        other: `استُخدم ${used} من # رمز`,
      }),
    tokensHint: "الرموز أجزاء من النص الذي يقرؤه النموذج ويكتبه من أجلك.",
    anew: ({ time }) => `يبدأ العد من جديد عند ${time}.`,
  },
} satisfies ShelfWords;
