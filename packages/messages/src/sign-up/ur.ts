import type { SignUpWords } from "./index.ts";

export const ur = {
  closedTitle: "نئے اکاؤنٹ نہیں",
  closed: "یہ کتاب فی الحال نئے اکاؤنٹ نہیں بناتی۔ آپ اسے اکاؤنٹ کے بغیر پوری پڑھ سکتے ہیں۔",
  neededTitle: "دعوت سے",
  needed: "یہاں نئے اکاؤنٹ دعوت سے بنتے ہیں۔ اگر آپ کو دعوت ملی ہے تو اس کا لنک کھولیں، یا یہاں چسپاں کریں۔",
  link: "آپ کی دعوت کا لنک",
  linkWrong: "یہ کسی دعوت کا لنک نہیں۔",
  submit: "آگے بڑھیں",
  invited: "آپ کو دعوت دی گئی ہے۔ نام اور پاس ورڈ چنیں۔",
  domains: ({ domains }) => `یہاں اکاؤنٹ ${domains} کے پتوں کے لیے ہیں۔`,
} satisfies SignUpWords;
