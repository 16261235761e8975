import type { SecurityEvent } from "@bookplate/client";
import { loadActivity } from "@bookplate/messages/activity";
import { expect, test } from "vitest";
import { renderPage } from "../tests/static-page.tsx";
import { ActivityEvent } from "./ActivityEvent.tsx";
import { WithAccountWords } from "./account-words.tsx";

const { kinds, by } = await loadActivity("en");

const signedIn: SecurityEvent = {
  id: "01937b1c-a1c2-7e6f-9d55-4f3a2b1c0d9e",
  at: "2026-11-21T09:30:00.000Z",
  kind: "signed-in",
  actor: "self",
  ip: "203.0.113.7",
  userAgent: null,
  reason: null,
  before: null,
  after: null,
  detail: {},
};

const shown = (event: Partial<SecurityEvent>) =>
  renderPage(
    <WithAccountWords>
      <ActivityEvent event={{ ...signedIn, ...event }} />
    </WithAccountWords>,
  );

test.each(["role-changed", "account-banned", "ban-lifted", "quota-changed"] as const)(
  "of %s the owner reads that staff did it, and why",
  async (kind) => {
    const html = await shown({ kind, actor: "staff", ip: null, reason: "Looks after <optics>." });
    expect(html).toContain(kinds[kind]);
    expect(html).toContain(by.staff);
    // In a direction of its own, as whoever acted may write another language.
    expect(html).toContain("<bdi>Looks after &lt;optics&gt;.</bdi>");
  },
);

test("what was done in the server's terminal says so", async () => {
  expect(await shown({ kind: "role-changed", actor: "operator" })).toContain(by.operator);
});

test("of what they did themselves nobody is told who it was", async () => {
  const html = await shown({});
  for (const somebody of Object.values(by)) expect(html).not.toContain(somebody);
  expect(html).toContain("203.0.113.7");
});
