import type { Source } from "../answers/source.ts";

/** How an answer ends: by itself, because its reader wanted no more of it, or before it was whole. */
export type Ending = "finished" | "stopped" | "failed";

/**
 * An answer as far as this node knows it, for any number of readers. It only ever grows, and every state that readers
 * see is well-formed text without NUL, which is what Postgres can store: what was streamed adds up to what is stored.
 */
export interface LiveAnswer {
  readonly messageId: string;
  readonly content: string;
  readonly sources: readonly Source[];
  readonly ending: Ending | undefined;
  append(text: string): void;
  addSource(source: Source): void;
  end(ending: Ending): void;
  /** @returns what ends the subscription */
  subscribe(grown: () => void): () => void;
  hasReaders(): boolean;
}

export function createLiveAnswer(messageId: string): LiveAnswer {
  const readers = new Set<() => void>();
  const sources: Source[] = [];
  let content = "";
  /** Half of a character, whose other half comes with the next text. */
  let half = "";
  let ending: Ending | undefined;
  const tell = () => {
    for (const grown of [...readers]) grown();
  };
  return {
    messageId,
    get content() {
      return content;
    },
    get ending() {
      return ending;
    },
    sources,
    append: (text) => {
      const [whole, rest] = splitHalf(half + text.replaceAll("\0", ""));
      half = rest;
      if (whole === "") return;
      content += whole.toWellFormed();
      tell();
    },
    addSource: (source) => {
      sources.push(source);
      tell();
    },
    end: (how) => {
      ending ??= how;
      tell();
    },
    subscribe: (grown) => {
      readers.add(grown);
      return () => readers.delete(grown);
    },
    hasReaders: () => readers.size > 0,
  };
}

function splitHalf(text: string): [whole: string, half: string] {
  return /[\uD800-\uDBFF]$/.test(text) ? [text.slice(0, -1), text.slice(-1)] : [text, ""];
}
