import { expect, test } from "vitest";
import { bookPages } from "./book-pages.ts";

const doc = (name: string, more = {}) => ({
  source: `@site/docs/${name}.md`,
  permalink: `/${name}`,
  title: name.toUpperCase(),
  ...more,
});

test("the list of pages names file, address and title of every page that readers may find", () => {
  const pages = bookPages({
    "docusaurus-plugin-content-docs": {
      default: {
        loadedVersions: [
          { isLast: true, docs: [doc("sessions"), doc("guests"), doc("draft-idea", { unlisted: true })] },
          { isLast: false, docs: [doc("old/sessions")] },
        ],
      },
    },
    "docusaurus-plugin-content-pages": { default: [{ permalink: "/about" }] },
  });
  expect(pages).toEqual([
    { source: "docs/guests.md", permalink: "/guests", title: "GUESTS" },
    { source: "docs/sessions.md", permalink: "/sessions", title: "SESSIONS" },
  ]);
});

test("a site without docs has no pages", () => {
  expect(bookPages({})).toEqual([]);
});
