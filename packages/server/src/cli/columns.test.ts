import { expect, test } from "vitest";
import { columnsOf, padColumns, widest } from "./columns.ts";

test("a Chinese character takes two columns, a letter with its marks one", () => {
  expect(columnsOf("database")).toBe(8);
  expect(columnsOf("数据库：")).toBe(8);
  expect(columnsOf("e\u0301 مُ")).toBe(3);
});

test("words of one list end in the same column in every language", () => {
  const words = ["锁", "主密钥", "SMTP"];
  const padded = words.map((word) => padColumns(word, widest(words)));
  expect(padded.map(columnsOf)).toEqual([6, 6, 6]);
});
