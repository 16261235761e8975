import { Hono } from "hono";
import { expect, test } from "vitest";
import { takeTurns } from "./take-turns.ts";

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test("of many requests that arrive at once one begins in each turn, in their order, and others are served between them", async () => {
  const begun: string[] = [];
  const app = new Hono();
  app.use("/sign-in/*", takeTurns());
  app.all("/*", (c) => {
    begun.push(c.req.path);
    return c.text("done");
  });
  const paths = Array.from({ length: 30 }, (_, index) => `/sign-in/${index}`);
  const answers = paths.map((path) => app.request(path, { method: "POST" }));
  const growth: number[] = [];
  for (let before = 0; begun.length < 15; before = begun.length) {
    await turn();
    growth.push(begun.length - before);
  }
  expect(Math.max(...growth)).toBeLessThanOrEqual(2);
  await app.request("/session");
  expect(begun).toContain("/session");
  expect(begun.length).toBeLessThan(30);

  await Promise.all(answers);
  expect(begun.filter((path) => path !== "/session")).toEqual(paths);
  expect((await app.request("/sign-in/afterwards", { method: "POST" })).status).toBe(200);
});
