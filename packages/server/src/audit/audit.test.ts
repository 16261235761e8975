import { loadActivity } from "@bookplate/messages/activity";
import { expect, test } from "vitest";
import { securityEventKinds } from "./audit.ts";

test("readers have a sentence for every kind of event, and for no other", async () => {
  const { kinds } = await loadActivity("en");
  expect(Object.keys(kinds).sort()).toEqual([...securityEventKinds].sort());
});
