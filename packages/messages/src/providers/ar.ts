import type { ProviderWords } from "./index.ts";

const plural = new Intl.PluralRules("ar");

function conversations(count: number): string {
  switch (plural.select(count)) {
    case "one":
      return "محادثة واحدة";
    case "two":
      return "محادثتان";
    case "few":
      return `${count} محادثات`;
    default:
      return `${count} محادثة`;
  }
}

export const ar = {
  continueWith: ({ name }) => `المتابعة عبر ${name}`,
  leaving: ({ name }) => `جارٍ الانتقال إلى ${name}…`,
  lastUsed: "آخر ما استُخدم",
  finishing: "جارٍ إتمام الدخول…",
  claim: {
    question: ({ count }) => `على هذا الجهاز ${conversations(count)} من قبل دخولك.`,
    add: "إضافة إلى حسابي",
    adding: "جارٍ الإضافة…",
    leave: "ليست لي",
  },
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
