import type { Terminal } from "../index.ts";

export const commands = {
  applied: "مطبَّقة",
  pending: "معلَّقة",
  takenBack: "أُلغيت",
  upToDate: "المخطط محدَّث.",
  nothingToTakeBack: "لا شيء يُلغى.",
  serverHasDatabase: "يعمل خادم على قاعدة البيانات المضمَّنة. أوقفه أولًا: لا يجوز أن يتغير المخطط وهو يعمل.",
  unknownMigration: ({ wanted, known }) => `لا توجد ترقية باسم "${wanted}". الموجود: ${known}.`,
  notApplied: ({ name }) => `"${name}" غير مطبَّقة، فلا يمكن الإلغاء وصولًا إليها. استخدم migrate up.`,
  appliedAlready: ({ name }) => `"${name}" مطبَّقة أصلًا ومعها ما بعدها. استخدم migrate down.`,
  downInProduction: "إلغاء ترقية يحذف البيانات التي فيها. هذه بيئة إنتاج: خذ نسخة احتياطية ثم أضف --yes.",
  badMigrationName: ({ name }) =>
    `"${name}" لا يصلح اسمًا لترقية. استخدم حروفًا صغيرة وأرقامًا وشرطات: add-bookmarks.`,
  noSources: "تُكتب الترقيات في نسخة عمل من Bookplate؛ ولا توجد هنا مصادر لكتابتها فيها.",
  written: ({ file }) => `كُتب  ${file}`,
  noBuiltBook: ({ directory }) =>
    `لا يوجد كتاب مبني في ${directory}: الملف build/bookplate-pages.json غائب. ابنِ الكتاب أولًا بقالب Bookplate.`,
  indexed: ({ pages, passages }) => `يمكن العثور الآن على: مقاطع ${passages}، صفحات ${pages}.`,
  indexOfAnotherBook: ({ directory }) =>
    `سيفهرس الخادم كتابه هو من جديد عند بدئه التالي. لإبقاء هذا الكتاب اكتب  BOOK_DIR=${directory}`,
  resetAsks: ({ directory }) => `هل تُحذف قاعدة البيانات المضمَّنة والرسائل الملتقطة في ${directory}؟`,
  resetNeedsYes: ({ directory }) =>
    `هذا يحذف قاعدة البيانات المضمَّنة والرسائل الملتقطة في ${directory}. أضف --yes لتنفيذه.`,
  resetIsNotForPostgres:
    "تشير DATABASE_URL إلى Postgres، ولا يحذف reset سوى قاعدة البيانات المضمَّنة. لم يُحذف شيء.",
  resetCancelled: "لم يُحذف شيء.",
  resetDone: ({ directory }) => `تم الحذف. سينشئ البدء التالي قاعدة بيانات جديدة في ${directory}.`,
} satisfies Terminal["commands"];
