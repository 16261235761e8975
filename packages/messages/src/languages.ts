/** The languages in which every sentence exists, as BCP 47 tags; English is the shape of the others. */
export const languages = ["en", "ur", "ar", "de"] as const;

export type Language = (typeof languages)[number];
