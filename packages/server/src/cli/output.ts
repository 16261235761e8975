import { styleText } from "node:util";
import type { Terminal } from "@bookplate/messages/terminal";

/** How a command answers: lines for people, or one JSON object for programs. */
export interface Output {
  readonly json: boolean;
  readonly words: Terminal;
  /** @param value - the whole answer; @param lines - the same for people */
  answer(value: Readonly<Record<string, unknown>>, lines: readonly string[]): void;
  paint(format: "green" | "yellow" | "red" | "dim" | "bold", text: string): string;
}

export function createOutput(json: boolean, words: Terminal): Output {
  const stream = process.stdout;
  return {
    json,
    words,
    answer: (value, lines) => {
      stream.write(json ? `${JSON.stringify(value)}\n` : lines.map((line) => `${line}\n`).join(""));
    },
    // Colour only on a terminal that wants it.
    paint: (format, text) => styleText(format, text, { stream }),
  };
}
