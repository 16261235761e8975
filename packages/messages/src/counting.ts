/** A sentence per plural form of a language; `#` stands where the number goes. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/**
 * Words for a number of things, in the plural forms and the digits of one language. Arabic has six forms, so a
 * sentence never asks by itself whether a number is one.
 *
 * @param language - BCP 47 tag of the sentences
 */
export function counting(language: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replace("#", number.format(count));
}
