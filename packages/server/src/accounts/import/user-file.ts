import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { parse } from "csv-parse";
import { z } from "zod";
import type { Fields } from "./imported-user.ts";
import { type FoundText, splitJsonArray } from "./json-objects.ts";

/** A record with the line on which it begins, or what it is not. */
export type FileRecord = { readonly line: number } & (
  | { readonly fields: Fields; readonly fromCsv: boolean }
  | { readonly refusal: "not-json" | "not-csv" }
);

const headBytes = 4_096;
const byteOrderMark = "\uFEFF";
const fieldsSchema = z.record(z.string(), z.unknown());

/**
 * The records of a file, whatever its size: JSON Lines, a JSON array, or CSV with a line of column names. What the
 * file begins with decides, not its name.
 *
 * @throws the system's error where it cannot be read
 */
export async function* readUserFile(path: string): AsyncGenerator<FileRecord> {
  const head = (await readHead(path)).replace(byteOrderMark, "").trimStart();
  if (/^(?:\[|\{\s*"\w+"\s*:\s*\[)/.test(head)) {
    yield* parseEach(splitJsonArray(createReadStream(path, "utf8")));
  } else if (head.startsWith("{")) yield* parseEach(splitLines(path));
  else yield* readCsv(path, head);
}

async function readHead(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}

async function* splitLines(path: string): AsyncGenerator<FoundText> {
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(path, "utf8") })) {
    line += 1;
    const record = text.replace(byteOrderMark, "").trim();
    if (record !== "") yield { line, text: record };
  }
}

async function* parseEach(found: AsyncIterable<FoundText>): AsyncGenerator<FileRecord> {
  for await (const { line, text } of found) {
    const fields = parseObject(text);
    yield fields ? { line, fields, fromCsv: false } : { line, refusal: "not-json" };
  }
}

function parseObject(text: string): Fields | undefined {
  try {
    return fieldsSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

interface CsvRow {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

async function* readCsv(path: string, head: string): AsyncGenerator<FileRecord> {
  const [titles = ""] = head.split(/\r?\n/);
  const [delimiter = ","] = [",", ";", "\t"].sort((one, other) => count(titles, other) - count(titles, one));
  const skipped: FileRecord[] = [];
  const rows: AsyncIterable<CsvRow> = createReadStream(path).pipe(
    parse({
      bom: true,
      columns: (names: string[]) => names.map((name) => name.trim()),
      delimiter,
      info: true,
      relax_column_count_less: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: 1_000_000,
      on_skip: (error) => {
        skipped.push({ line: Number(error?.lines ?? 0), refusal: "not-csv" });
        return undefined;
      },
    }),
  );
  for await (const { record, info } of rows) {
    yield* skipped.splice(0);
    yield { line: info.lines, fields: record, fromCsv: true };
  }
  yield* skipped;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
