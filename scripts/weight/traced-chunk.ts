import { type SourceMap as DecodedMap, SourceMap, type SourceMapPayload } from "node:module";

/** A JavaScript file of the built book with the map that says where its bytes come from. */
export interface TracedChunk {
  /** As the page loads it, such as `assets/js/855.b84f641f.js`. */
  readonly file: string;
  readonly code: string;
  readonly map: SourceMapPayload;
}

/** Whether a file went into the chunk, by the end of its path. */
export const holds = (chunk: TracedChunk, path: string) =>
  chunk.map.sources.some((source) => source.endsWith(path));

/**
 * The part of a chunk that comes from some files: what stands between two marks of the map belongs to the file that
 * the first one names. What the bundler adds between files counts for the one before it.
 *
 * @param belongs - asked once per source file
 */
export function codeFrom(chunk: TracedChunk, belongs: (source: string) => boolean): string {
  const map: DecodedMap = new SourceMap(chunk.map);
  const ours = new Set(chunk.map.sources.filter(belongs));
  const parts: string[] = [];
  chunk.code.split("\n").forEach((line, lineNumber) => {
    let start = 0;
    let taking = false;
    for (let column = 0; column < line.length; column += 1) {
      const entry = map.findEntry(lineNumber, column);
      const take =
        "originalSource" in entry && entry.generatedLine === lineNumber && ours.has(entry.originalSource);
      if (take === taking) continue;
      if (taking) parts.push(line.slice(start, column));
      start = column;
      taking = take;
    }
    if (taking) parts.push(line.slice(start));
  });
  return parts.join("");
}
