import type { ProviderWords } from "./index.ts";

export const ar = {
  continueWith: ({ name }) => `المتابعة عبر ${name}`,
  leaving: ({ name }) => `جارٍ الانتقال إلى ${name}…`,
  lastUsed: "آخر ما استُخدم",
  finishing: "جارٍ إتمام الدخول…",
  linked: {
    title: "مزوّدو الدخول المرتبطون",
    lead: "كل واحد منهم يُدخلك إلى حسابك، ولا يُقرأ منه إلا من أنت.",
    empty: "لم يُربط أي مزوّد بعد.",
    since: ({ ago }) => `رُبط ${ago}`,
    link: ({ name }) => `ربط ${name}`,
    remove: "إزالة",
    removeNamed: ({ name }) => `إزالة الربط بـ ${name}`,
    question: ({ name }) => `إزالة الربط؟ لن يُدخلك ${name} بعدها.`,
    removed: ({ name }) => `لم يعد ${name} يُدخلك إلى حسابك.`,
    done: ({ name }) => `رُبط ${name}، ومن الآن يُدخلك إلى حسابك.`,
    finishing: "جارٍ الربط…",
  },
} satisfies ProviderWords;
