import type { Quota } from "./en.ts";

export const quota = {
  help: {
    quota: "دیکھیں کہ آج کیا پوچھا گیا، اور کسی قاری کو اپنی حدیں دیں",
    show: "دکھائیں کہ قاری نے آج کتنا پوچھا اور کتنا پوچھ سکتا ہے؛ قاری کے بغیر: سب مل کر",
    set: "کسی قاری کو اپنی حدیں دیں، جو فوراً لاگو ہوں",
    reader: "اکاؤنٹ کا پتا، یا اکاؤنٹ یا مہمان کی شناخت",
    messages: "دن کے سوال: کوئی عدد، بالکل نہیں کے لیے 0، یا default یعنی جو سب کے لیے ہے",
    tokens: "دن کے ٹوکن، اسی طرح",
  },
  names: { messages: "سوال", tokens: "ٹوکن" },
  used: ({ name, used, limit }) => `${name}: ${limit} میں سے ${used}`,
  usedWithoutLimit: ({ name, used }) => `${name}: ${used}، کوئی حد نہیں`,
  own: "اس قاری کے لیے مقرر",
  until: ({ moment }) => `دن ${moment} پر ختم ہوتا ہے۔`,
  serverWithoutLimit: "سب مل کر جتنا چاہیں پوچھ سکتے ہیں: QUOTA_SERVER مقرر نہیں۔",
  noSuchReader: ({ reader }) => `"${reader}" نام کا نہ کوئی اکاؤنٹ ہے نہ مہمان۔`,
  badLimit: ({ value }) => `"${value}" نہ نو ہندسوں تک کا پورا عدد ہے نہ default۔`,
  nothingToSet: "بتائیں کیا مقرر کرنا ہے: --messages، --tokens یا دونوں۔",
} satisfies Quota;
