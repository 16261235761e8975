import { expect, test } from "vitest";
import { builtInRoles, permissions } from "./permissions.ts";
import { createRoleTable, isRoleName } from "./roles.ts";

const table = createRoleTable([
  { name: "editor", like: "moderator", permissions: ["mail.read"] },
  { name: "teacher", like: "user", permissions: ["reports.read"] },
]);

test("a guest and a reader may do nothing to others, an administrator everything", () => {
  for (const permission of permissions) {
    expect(table.allows("guest", permission)).toBe(false);
    expect(table.allows("user", permission)).toBe(false);
    expect(table.allows("admin", permission)).toBe(true);
  }
});

test("each role may do what those below it may", () => {
  for (const [index, role] of builtInRoles.entries()) {
    for (const lower of builtInRoles.slice(0, index)) {
      for (const permission of permissions) {
        if (table.allows(lower, permission)) expect(table.allows(role, permission)).toBe(true);
      }
    }
  }
});

test("a role of the operator's own may do what the one that it is like may, and what is named besides", () => {
  const allowed = (role: string) => permissions.filter((permission) => table.allows(role, permission));
  expect(allowed("editor").toSorted()).toEqual([...allowed("moderator"), "mail.read"].toSorted());
  expect(allowed("teacher")).toEqual(["reports.read"]);
  expect(table.outranks("editor", "teacher")).toBe(true);
  expect(table.outranks("editor", "moderator")).toBe(false);
});

test("a role that nobody named is a reader's", () => {
  expect(table.has("superuser")).toBe(false);
  expect(table.effective("superuser")).toBe("user");
  expect(table.likeOf("superuser")).toBe("user");
  expect(permissions.some((permission) => table.allows("superuser", permission))).toBe(false);
  expect(table.outranks("moderator", "superuser")).toBe(true);
  // Nor do the names that every object has.
  expect(table.has("constructor")).toBe(false);
});

test("nobody gives a role as high as their own, or one that may do what they may not", () => {
  expect(table.mayGive("admin", "admin")).toBe(true);
  expect(table.mayGive("moderator", "moderator")).toBe(false);
  expect(table.mayGive("moderator", "teacher")).toBe(true);
  const other = createRoleTable([{ name: "auditor", like: "user", permissions: ["audit.read"] }]);
  expect(other.mayGive("moderator", "auditor")).toBe(false);
});

test.each([["Admin"], ["admin "], ["moderator,admin"], [""], ["-a"], ["ädmin"], ["a".repeat(41)]])(
  "%j is no name of a role",
  (name) => {
    expect(isRoleName(name)).toBe(false);
  },
);
