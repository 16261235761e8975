import { expect, test } from "vitest";
import { bookPages } from "./book-pages.ts";

const english = { currentLocale: "en", defaultLocale: "en", translations: "i18n/en" };
const french = { currentLocale: "fr", defaultLocale: "en", translations: "i18n/fr" };

const doc = (name: string, more = {}) => ({
  source: `@site/docs/${name}.md`,
  permalink: `/${name}`,
  title: name.toUpperCase(),
  ...more,
});

const content = (...loadedVersions: object[]) => ({
  "docusaurus-plugin-content-docs": { default: { loadedVersions } },
  "docusaurus-plugin-content-pages": { default: [{ permalink: "/about" }] },
});

test("the list of pages names file, address and title of every page that readers may find", () => {
  const current = {
    versionName: "current",
    isLast: true,
    docs: [doc("sessions"), doc("guests"), doc("idea", { unlisted: true }), doc("sketch", { draft: true })],
  };
  const edition = { locale: "en", language: "en", section: "default", version: "current", latest: true };
  expect(bookPages(content(current), english)).toEqual([
    { source: "docs/guests.md", permalink: "/guests", title: "GUESTS", ...edition },
    { source: "docs/sessions.md", permalink: "/sessions", title: "SESSIONS", ...edition },
  ]);
});

test("a page of an older version says so", () => {
  const old = {
    versionName: "1.0",
    isLast: false,
    docs: [doc("a", { source: "@site/versioned_docs/version-1.0/a.md", permalink: "/1.0/a" })],
  };
  expect(
    bookPages(content({ versionName: "2.0", isLast: true, docs: [doc("a")] }, old), english),
  ).toMatchObject([
    { permalink: "/1.0/a", source: "versioned_docs/version-1.0/a.md", version: "1.0", latest: false },
    { permalink: "/a", version: "2.0", latest: true },
  ]);
});

test("a translated page is in the reader's language, one without a translation in the default one", () => {
  const translated = "@site/i18n/fr/docusaurus-plugin-content-docs/current/a.md";
  const docs = [doc("a", { source: translated, permalink: "/fr/a" }), doc("b", { permalink: "/fr/b" })];
  expect(bookPages(content({ versionName: "current", isLast: true, docs }), french)).toMatchObject([
    { permalink: "/fr/a", locale: "fr", language: "fr" },
    { permalink: "/fr/b", locale: "fr", language: "en" },
  ]);
});

test("a site without docs has no pages", () => {
  expect(bookPages({}, english)).toEqual([]);
});
