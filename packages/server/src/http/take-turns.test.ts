import { Hono } from "hono";
import { expect, test } from "vitest";
import { takeTurns } from "./take-turns.ts";

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test("of many requests that arrive at once a few begin in each turn, in their order; reading waits for nobody", async () => {
  const begun: string[] = [];
  const app = new Hono().use(takeTurns()).all("/:name", (c) => {
    begun.push(c.req.param("name"));
    return c.text("done");
  });
  const names = Array.from({ length: 30 }, (_, index) => `write${index}`);
  const answers = names.map((name) => app.request(`/${name}`, { method: "POST" }));
  answers.push(app.request("/read"));
  let turns = 0;
  const growth: number[] = [];
  for (let before = 0; begun.length < 31; before = begun.length) {
    await turn();
    growth.push(begun.length - before);
    turns += 1;
  }
  await Promise.all(answers);
  expect(begun.filter((name) => name !== "read")).toEqual(names);
  expect(begun.indexOf("read")).toBeLessThan(12);
  expect(Math.max(...growth)).toBeLessThanOrEqual(9);
  expect(turns).toBeGreaterThanOrEqual(4);

  expect((await app.request("/afterwards", { method: "POST" })).status).toBe(200);
});
