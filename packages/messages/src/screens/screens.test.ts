import { expect, test } from "vitest";
import { loadClaimsWords } from "../claims/index.ts";
import { loadScreens } from "./index.ts";

test("numbers of conversations read well", async () => {
  const { bars } = await loadScreens("en");
  const claims = await loadClaimsWords("en");
  expect(bars.conversationsAdded({ count: 1 })).toBe("1 conversation added.");
  expect(bars.conversationsAdded({ count: 3 })).toBe("3 conversations added.");
  expect(claims.keepChats({ count: 1 })).toBe("Add this conversation to my account");
  expect(claims.keepChats({ count: 3 })).toBe("Add these 3 conversations to my account");
});
