import type { Letter } from "./letter.ts";

/** A letter as it waits in the outbox. JSON knows no moments, so they are marked. */
export function writeContents(letter: Letter): string {
  return JSON.stringify(letter, function (this: Record<string, unknown>, key, value: unknown) {
    const original = this[key];
    return original instanceof Date ? { moment: original.toISOString() } : value;
  });
}

/** What {@link writeContents} wrote. */
export function readContents(contents: string): Letter {
  return JSON.parse(contents, (_key, value: unknown) =>
    typeof value === "object" && value !== null && "moment" in value ? new Date(String(value.moment)) : value,
  ) as Letter;
}
