/** More than any account takes; a file in which a bracket is missing ends here and not in memory. */
const maxObjectCharacters = 1_000_000;

export interface FoundText {
  /** The line on which it begins, from 1. */
  readonly line: number;
  readonly text: string;
}

/**
 * The objects of a JSON array, one after the other, without reading the whole: `[{…}, {…}]`, and the same under
 * one key, as `firebase auth:export` writes it. Nothing is parsed but brackets and strings.
 *
 * @returns also a last piece that has no end
 */
export async function* splitJsonArray(chunks: AsyncIterable<string>): AsyncGenerator<FoundText> {
  let line = 1;
  let startLine = 1;
  let text = "";
  let depth = 0;
  let inArray = false;
  let inString = false;
  let escaped = false;

  for await (const chunk of chunks) {
    for (const character of chunk) {
      if (character === "\n") line += 1;
      if (!inArray) {
        inArray = character === "[";
        continue;
      }
      if (depth === 0 && character !== "{") continue;
      if (depth === 0) startLine = line;
      text += character;
      if (text.length > maxObjectCharacters) {
        yield { line: startLine, text: "" };
        return;
      }
      if (escaped) escaped = false;
      else if (inString) {
        escaped = character === "\\";
        inString = character !== '"';
      } else if (character === '"') inString = true;
      else if (character === "{" || character === "[") depth += 1;
      else if (character === "}" || character === "]") depth -= 1;
      if (depth > 0) continue;
      yield { line: startLine, text };
      text = "";
    }
  }
  if (text !== "") yield { line: startLine, text };
}
