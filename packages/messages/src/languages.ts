/** The languages in which every sentence exists, as BCP 47 tags; English is the shape of the others. */
export const languages = ["en", "ur", "ar", "de", "es", "fr", "zh"] as const;

export type Language = (typeof languages)[number];

/** Each language's name in itself, as a choice of languages shows it. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: "English",
  ur: "اردو",
  ar: "العربية",
  de: "Deutsch",
  es: "Español",
  fr: "Français",
  zh: "中文",
};

/** @param language - one of ours, or any BCP 47 tag */
export function directionOf(language: string): "ltr" | "rtl" {
  return /^(ar|ur)\b/.test(language) ? "rtl" : "ltr";
}
