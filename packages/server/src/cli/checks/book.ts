import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { terminal } from "@bookplate/messages/terminal";
import { readPages } from "../../book/pages.ts";
import type { Config } from "../../config/config.ts";
import { type Finding, fail, ok, warn } from "./check.ts";

const { checks } = terminal;

/** Whether there is a built book, with our theme in it, that asks the right server. */
export async function checkBook({
  book,
  environment,
}: Pick<Config, "book" | "environment">): Promise<Finding[]> {
  const { directory } = book;
  const home = join(directory, "build", "index.html");
  if (!existsSync(home))
    return [warn("book", checks.noBook(directory), checks.noBookWhy, "BOOK_DIR=/the/docusaurus/site, built")];
  const pages = await readPages(directory);
  if (!pages)
    return [
      fail("book", checks.noPages, checks.noPagesWhy, `themes: ["@bookplate/docusaurus-theme"], then build`),
    ];
  const findings = [ok("book", checks.bookFine(pages.length))];
  if (
    environment === "production" &&
    /https?:\/\/(localhost|127\.0\.0\.1)\b/.test(readFileSync(home, "utf8"))
  ) {
    findings.push(
      fail(
        "book",
        checks.localhostInBook,
        checks.localhostInBookWhy,
        "PUBLIC_URL=https://book.example.org when the book is built",
      ),
    );
  }
  return findings;
}
