import { expect, test } from "vitest";
import { findMixedConcerns, findWrongDirections } from "./package-directions.ts";
import { readRepository } from "./source-files.ts";

test("an import of the server is found, by name and by path", () => {
  const byName = {
    path: "packages/client/src/index.ts",
    text: 'import type { App } from "@bookplate/server";',
  };
  const byPath = { path: "packages/client/src/index.ts", text: 'export * from "../../server/src/app.ts";' };
  expect(findWrongDirections([byName])).toEqual([
    "packages/client/src/index.ts: client may not import server",
  ]);
  expect(findWrongDirections([byPath])).toEqual([
    "packages/client/src/index.ts: client may not import server",
  ]);
});

test("an import against the direction is found, and one along it is not", () => {
  const line = (name: string) => `import "@bookplate/${name}";`;
  expect(findWrongDirections([{ path: "packages/client/src/a.ts", text: line("react") }])).toHaveLength(1);
  expect(findWrongDirections([{ path: "packages/messages/src/a.ts", text: line("client") }])).toHaveLength(1);
  expect(findWrongDirections([{ path: "packages/react/src/a.tsx", text: line("client") }])).toEqual([]);
  expect(
    findWrongDirections([{ path: "packages/react/src/chat/a.tsx", text: 'import "../dialog.tsx";' }]),
  ).toEqual([]);
  expect(findWrongDirections([{ path: "examples/app/src/a.tsx", text: line("messages") }])).toHaveLength(1);
  const toExample = { path: "packages/react/src/a.tsx", text: 'import "../../../examples/app/src/b.ts";' };
  expect(findWrongDirections([toExample])).toHaveLength(1);
});

test("React in the client and fetch in the React parts are found", () => {
  const client = { path: "packages/client/src/store.ts", text: 'import { useState } from "react";' };
  const react = { path: "packages/react/src/use-auth.ts", text: 'const answer = await fetch("/api/v1/me");' };
  expect(findMixedConcerns([client, react])).toHaveLength(2);
  expect(findMixedConcerns([{ ...react, text: "await client.refetch(); prefetch();" }])).toEqual([]);
});

test("imports between the packages point one way", () => {
  const files = readRepository();
  expect(findWrongDirections(files)).toEqual([]);
  expect(findMixedConcerns(files)).toEqual([]);
});
