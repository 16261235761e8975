import { describe, expect, test } from "vitest";
import { acts, type PolicyName, policies } from "./policies.ts";

const names = Object.keys(policies) as PolicyName[];
const perSecond = (name: PolicyName) => policies[name].points / policies[name].windowSeconds;
const tierOf = (name: PolicyName, tier: string) => names.find((other) => other === `${name}-${tier}`);
const byAddress = names.filter((name) => policies[name].key === "address");

describe("of every kind of limit", () => {
  test.each(byAddress)("a wider network has several times what %s has, and not hundreds of times", (name) => {
    const wider = tierOf(name, "wide");
    if (wider === undefined) return;
    expect(policies[wider]).toMatchObject({ key: "wide-address", counts: policies[name].counts });
    expect(perSecond(wider) / perSecond(name)).toBeGreaterThanOrEqual(3);
    expect(perSecond(wider) / perSecond(name)).toBeLessThanOrEqual(10);
  });

  test.each(byAddress)("no network alone can use up what everybody has of %s", (name) => {
    const ceiling = tierOf(name, "server");
    if (ceiling === undefined) return;
    expect(perSecond(ceiling)).toBeGreaterThanOrEqual(10 * perSecond(tierOf(name, "wide") ?? name));
  });
});

test("whoever has many IPv6 networks is counted by a wider one wherever addresses are", () => {
  for (const [act, limits] of Object.entries(acts)) {
    const keys = (limits as readonly PolicyName[]).map((name) => policies[name].key);
    const byAccount = keys.includes("account") || keys.includes("identifier");
    if (keys.includes("address") && !byAccount && act !== "administration")
      expect(keys, act).toContain("wide-address");
  }
});

test("what each node counts for itself is asked of no store, so no act mixes up where it is counted", () => {
  for (const [act, limits] of Object.entries(acts)) {
    const stores = new Set((limits as readonly PolicyName[]).map((name) => policies[name].store));
    expect(stores.size, act).toBe(1);
  }
});
