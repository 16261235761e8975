import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { dictionary } from "@zxcvbn-ts/language-common";
import { expect, test } from "vitest";
import {
  commonPasswordsFile,
  loadCommonPasswords,
  readCommonPasswords,
  writeCommonPasswords,
} from "./common-passwords.ts";

const isCommon = await loadCommonPasswords();

test("what is written into a list is found in it, all of it", () => {
  const passwords = Array.from({ length: 5_000 }, (_, index) =>
    createHash("md5").update(`${index}`).digest("hex").slice(0, 8),
  );
  const found = readCommonPasswords(writeCommonPasswords(passwords));
  expect(passwords.filter((password) => !found(password))).toEqual([]);
});

test("the server's list has two hundred thousand passwords in less than 600 KB", () => {
  const bytes = readFileSync(commonPasswordsFile);
  expect(bytes.readUInt32BE()).toBe(200_000);
  expect(bytes.length).toBeLessThan(600_000);
});

test("every common password that is long enough is in it, in capitals too", () => {
  const long = dictionary["passwords-common"].filter((password) => [...password].length >= 8);
  expect(long.length).toBeGreaterThan(15_000);
  expect(long.filter((password) => !isCommon(password))).toEqual([]);
  expect(long.filter((password) => !isCommon(password.toUpperCase())).length).toBe(0);
});

test.each([
  "iloveyou2",
  "football1",
  "qazwsxedc1",
  "1qaz2wsx3edc",
  "passwordpassword",
  "liverpoolfc",
  "ｐａｓｓｗｏｒｄ1",
])("%s is in it", (password) => {
  expect(isCommon(password)).toBe(true);
});

test("hardly any other password is taken for one of them", () => {
  const salt = randomBytes(8).toString("hex");
  let mistaken = 0;
  for (let index = 0; index < 300_000; index += 1) if (isCommon(`${salt}${index}`)) mistaken += 1;
  // One in two million: more than five of these would happen once in ten thousand million runs.
  expect(mistaken).toBeLessThanOrEqual(5);
});
