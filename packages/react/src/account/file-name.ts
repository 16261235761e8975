/** Characters that a name may have, so that it fits every file system together with its ending. */
const LONGEST = 80;

/**
 * A name for a file, from a title in any script.
 *
 * @returns `chat` where nothing of the title is left
 */
export function fileNameOf(title: string): string {
  const plain = title
    // What file systems keep for themselves, and what cannot be seen.
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+/, "");
  const cut = [...plain].slice(0, LONGEST).join("");
  return cut.replace(/[\s.]+$/, "") || "chat";
}
