import { expect, test } from "vitest";
import { findStrayEnvironment, findStrayImports, findStrayProblems } from "./server-boundaries.ts";
import { readRepository } from "./source-files.ts";

const serverFile = (path: string, text: string) => ({ path: `packages/server/src/${path}`, text });

test("an import of Better Auth outside its room is found", () => {
  const lines = [
    'import { betterAuth } from "better-auth";',
    'import type { User } from "@better-auth/core/db";',
  ];
  for (const line of lines) {
    expect(findStrayImports([serverFile("accounts/service.ts", line)])).toHaveLength(1);
    expect(findStrayImports([serverFile("better-auth/construction.ts", line)])).toEqual([]);
  }
  const lazily = 'const { betterAuth } = await import("better-auth");';
  expect(findStrayImports([serverFile("accounts/service.ts", lazily)])).toHaveLength(1);
});

test("an import of Hono outside the transport is found", () => {
  const line = 'import { Hono } from "hono";';
  expect(findStrayImports([serverFile("chats/service.ts", line)])).toHaveLength(1);
  const allowed = ["app.ts", "chats/routes.ts", "http/problem.ts"];
  expect(findStrayImports(allowed.map((path) => serverFile(path, line)))).toEqual([]);
});

test("the folder better-auth/ of our own is not the package", () => {
  const line = 'import { translateError } from "../better-auth/errors.ts";';
  expect(findStrayImports([serverFile("accounts/service.ts", line)])).toEqual([]);
});

test("reading the environment outside config/ is found, and a comment about it is not", () => {
  expect(findStrayEnvironment([serverFile("main.ts", "const port = process.env.PORT;")])).toHaveLength(1);
  expect(findStrayEnvironment([serverFile("main.ts", "// process.env is read in config/")])).toEqual([]);
  expect(findStrayEnvironment([serverFile("config/environment.ts", "process.env.PORT")])).toEqual([]);
});

test("a problem document made by hand is found", () => {
  const line = 'return new Response(body, { headers: { "content-type": "application/problem+json" } });';
  expect(findStrayProblems([serverFile("chats/routes.ts", line)])).toHaveLength(1);
  expect(findStrayProblems([serverFile("http/problem.ts", line)])).toEqual([]);
  const described = 'content: { "application/problem+json": { schema: problemSchema } }';
  expect(findStrayProblems([serverFile("http/schemas.ts", described)])).toEqual([]);
});

test("the rooms of the server keep their boundaries", () => {
  const files = readRepository();
  expect(findStrayImports(files)).toEqual([]);
  expect(findStrayEnvironment(files)).toEqual([]);
  expect(findStrayProblems(files)).toEqual([]);
});
