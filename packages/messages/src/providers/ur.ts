import type { ProviderWords } from "./index.ts";

export const ur = {
  continueWith: ({ name }) => `${name} کے ساتھ جاری رکھیں`,
  leaving: ({ name }) => `${name} کی طرف جا رہے ہیں…`,
  lastUsed: "آخری بار استعمال ہوا",
  finishing: "سائن اِن مکمل کیا جا رہا ہے…",
  linked: {
    title: "جڑے ہوئے فراہم کنندگان",
    lead: "ان میں سے ہر ایک آپ کو سائن اِن کراتا ہے۔ اس سے صرف یہ پڑھا جاتا ہے کہ آپ کون ہیں۔",
    empty: "ابھی کوئی جڑا نہیں۔",
    since: ({ ago }) => `${ago} جوڑا گیا`,
    link: ({ name }) => `${name} جوڑیں`,
    remove: "ہٹائیں",
    removeNamed: ({ name }) => `${name} کا ربط ہٹائیں`,
    question: ({ name }) => `ربط ہٹائیں؟ پھر ${name} آپ کو سائن اِن نہیں کرائے گا۔`,
    removed: ({ name }) => `${name} اب آپ کو سائن اِن نہیں کراتا۔`,
    done: ({ name }) => `${name} جڑ گیا۔ اب سے یہ آپ کو سائن اِن کراتا ہے۔`,
    finishing: "جوڑا جا رہا ہے…",
  },
} satisfies ProviderWords;
