// What makes two spellings the same word for somebody who searches their own chats: neither case nor accents,
// in any script. See docs/decisions/034.

/**
 * Marks above and below letters in Latin, Greek, Cyrillic, Hebrew and Arabic, and what joins or parts letters without being
 * seen. In Indic scripts marks are vowels, and stay.
 */
const marks =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u200b-\u200d]/g;

/** Letters that keyboards of Arabic, Persian and Urdu write as different characters, and a few that have no mark to lose. */
const variants: Readonly<Record<string, string>> = {
  ي: "ی",
  ى: "ی",
  ك: "ک",
  ہ: "ه",
  ة: "ه",
  ۃ: "ه",
  ß: "ss",
  ς: "σ",
  ı: "i",
  ø: "o",
  ł: "l",
  æ: "ae",
  œ: "oe",
};
const variant = new RegExp(`[${Object.keys(variants).join("")}]`, "g");

/** A text as a search compares it. */
export function searchText(text: string): string {
  return fold(text).replace(/\s+/g, " ").trim();
}

/** The words of a query, each as {@link searchText} would have it. */
export function searchWords(query: string, most: number): string[] {
  return [...new Set(searchText(query).split(" "))].filter((word) => word !== "").slice(0, most);
}

/**
 * Where a word stands in a text that was not made for comparing.
 *
 * @returns its place in UTF-16 units, or -1
 */
export function findWord(text: string, word: string): number {
  let folded = "";
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    const added = fold(character).replace(/\s/g, " ");
    folded += added;
    for (let i = 0; i < added.length; i += 1) places.push(place);
    place += character.length;
  }
  return places[folded.indexOf(word)] ?? -1;
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(marks, "")
    .normalize("NFKC")
    .replace(variant, (letter) => variants[letter] ?? letter);
}
