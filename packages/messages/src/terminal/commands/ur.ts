import type { Terminal } from "../index.ts";

export const commands = {
  applied: "لاگو",
  pending: "باقی",
  takenBack: "واپس لی گئی",
  upToDate: "اسکیما تازہ ترین ہے۔",
  nothingToTakeBack: "واپس لینے کو کچھ نہیں۔",
  serverHasDatabase:
    "شامل ڈیٹا بیس پر ایک سرور چل رہا ہے۔ پہلے اسے روکیں: چلتے سرور کے نیچے اسکیما نہیں بدلنا چاہیے۔",
  unknownMigration: ({ wanted, known }) => `"${wanted}" نام کی کوئی مائیگریشن نہیں۔ یہ موجود ہیں: ${known}۔`,
  notApplied: ({ name }) => `"${name}" لاگو نہیں، اس لیے اس تک واپسی ممکن نہیں۔ migrate up استعمال کریں۔`,
  appliedAlready: ({ name }) =>
    `"${name}" پہلے ہی بعد والی مائیگریشنز سمیت لاگو ہے۔ migrate down استعمال کریں۔`,
  downInProduction:
    "مائیگریشن واپس لینے سے اس کا ڈیٹا حذف ہو جاتا ہے۔ یہ پروڈکشن ہے: بیک اپ لیں، پھر --yes لگائیں۔",
  badMigrationName: ({ name }) =>
    `"${name}" مائیگریشن کا نام نہیں ہو سکتا۔ چھوٹے حروف، ہندسے اور ہائفن استعمال کریں: add-bookmarks۔`,
  noSources: "مائیگریشنز Bookplate کے چیک آؤٹ میں لکھی جاتی ہیں؛ یہاں ان کے لیے کوئی ماخذ نہیں۔",
  written: ({ file }) => `لکھا گیا  ${file}`,
  noBuiltBook: ({ directory }) =>
    `${directory} میں بنی ہوئی کتاب نہیں: build/bookplate-pages.json موجود نہیں۔ پہلے کتاب کو Bookplate کے تھیم کے ساتھ بنائیں۔`,
  indexed: ({ pages, passages }) => `اب مل سکتے ہیں: ${pages} صفحات کے ${passages} اقتباسات۔`,
  indexOfAnotherBook: ({ directory }) =>
    `اگلے آغاز پر سرور پھر اپنی ہی کتاب کی فہرست بنائے گا۔ اسے رکھنے کے لیے لکھیں  BOOK_DIR=${directory}`,
  resetAsks: ({ directory }) => `کیا ${directory} میں شامل ڈیٹا بیس اور روکے گئے خطوط حذف کیے جائیں؟`,
  resetNeedsYes: ({ directory }) =>
    `اس سے ${directory} میں شامل ڈیٹا بیس اور روکے گئے خطوط حذف ہو جاتے ہیں۔ ایسا کرنے کے لیے --yes لگائیں۔`,
  resetIsNotForPostgres:
    "DATABASE_URL میں Postgres کا نام ہے، اور reset صرف شامل ڈیٹا بیس حذف کرتا ہے۔ کچھ حذف نہیں ہوا۔",
  resetCancelled: "کچھ حذف نہیں ہوا۔",
  resetDone: ({ directory }) => `حذف ہو گیا۔ اگلا آغاز ${directory} میں نیا ڈیٹا بیس بنائے گا۔`,
} satisfies Terminal["commands"];
