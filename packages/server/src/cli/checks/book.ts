import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Terminal } from "@bookplate/messages/terminal";
import { readPages } from "../../book/pages.ts";
import type { Config } from "../../config/config.ts";
import { type Finding, fail, ok, warn } from "./check.ts";

/** Whether there is a built book, with our theme in it, that asks the right server. */
export async function checkBook(
  { book, environment }: Pick<Config, "book" | "environment">,
  { doctor }: Terminal,
): Promise<Finding[]> {
  const { directory } = book;
  const home = join(directory, "build", "index.html");
  if (!existsSync(home))
    return [warn("book", doctor.noBook({ directory }), doctor.noBookWhy, "BOOK_DIR=/the/docusaurus/site")];
  const pages = await readPages(directory);
  if (!pages)
    return [fail("book", doctor.noPages, doctor.noPagesWhy, `themes: ["@bookplate/docusaurus-theme"]`)];
  const findings = [ok("book", doctor.bookFine({ count: pages.length }))];
  if (
    environment === "production" &&
    /https?:\/\/(localhost|127\.0\.0\.1)\b/.test(readFileSync(home, "utf8"))
  ) {
    findings.push(
      fail("book", doctor.localhostInBook, doctor.localhostInBookWhy, "PUBLIC_URL=https://book.example.org"),
    );
  }
  return findings;
}
