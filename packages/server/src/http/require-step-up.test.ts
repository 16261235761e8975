import { expect, test } from "vitest";
import { createLog } from "../log.ts";
import type { Principal } from "../sessions/principal.ts";
import { createHttpApp } from "./app-type.ts";
import { toProblem } from "./problem.ts";
import { requireStepUp } from "./require-step-up.ts";

const now = new Date("2026-11-21T12:00:00Z");
const alice: Principal = {
  userId: "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
  sessionId: "01937b1c-a0b1-7d5e-8c44-3e2f1a0b9c8d",
  role: "user",
  guest: false,
  emailVerified: true,
  epoch: 0,
  refreshCounter: 1,
  authTime: now,
  issuedAt: now,
  expiresAt: new Date(now.getTime() + 60_000),
};

/** A sensitive act, behind the guard, asked for by somebody. */
async function act(principal: Principal | undefined): Promise<{ status: number; text: string }> {
  const app = createHttpApp();
  app.onError((error, c) => {
    const options = { publicUrl: "http://localhost:7860", requestId: "1", log: createLog("silent") };
    const { status, headers, body } = toProblem(error, options);
    return c.body(body, status, headers);
  });
  app.use(async (c, next) => {
    c.set("principal", principal);
    await next();
  });
  app.post("/act", requireStepUp({ now: () => now }), (c) => c.text("done"));
  const answer = await app.request("/act", { method: "POST" });
  return { status: answer.status, text: await answer.text() };
}

const minutesAgo = (count: number) => new Date(now.getTime() - count * 60_000);

test("whoever proved who they are within ten minutes may do it", async () => {
  expect(await act({ ...alice, authTime: minutesAgo(10) })).toEqual({ status: 200, text: "done" });
});

test("whoever did so earlier is asked again, by a problem that programs know", async () => {
  const { status, text } = await act({ ...alice, authTime: new Date(minutesAgo(10).getTime() - 1) });
  expect(status).toBe(403);
  expect(JSON.parse(text)).toMatchObject({
    code: "step-up-required",
    type: "http://localhost:7860/problems/step-up-required",
  });
});

test("a guest has nothing to prove", async () => {
  expect(await act({ ...alice, role: "guest", guest: true, authTime: minutesAgo(1000) })).toMatchObject({
    status: 200,
  });
});

test("nobody is let through unasked", async () => {
  expect(await act(undefined)).toMatchObject({ status: 401 });
});
