import { expect, test } from "vitest";
import { withAccountItem } from "./navbar.ts";

test("the account item joins a navbar that does not list it", () => {
  const link = { to: "/docs", label: "Docs" };
  expect(withAccountItem({ navbar: { title: "Book", items: [link] } })).toEqual({
    navbar: { title: "Book", items: [link, { type: "custom-account", position: "right" }] },
  });
  expect(withAccountItem({})).toEqual({ navbar: { items: [{ type: "custom-account", position: "right" }] } });
});

test("an account item that the author placed stays where it is", () => {
  const config = { navbar: { items: [{ type: "custom-account", position: "left" }] } };
  expect(withAccountItem(config)).toEqual(config);
});
