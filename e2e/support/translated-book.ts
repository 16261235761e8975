import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installedNode, repositoryRoot } from "../../scripts/repository-paths.mjs";

/** A small book in another language than English, in `e2e/books/`. */
export interface TranslatedBook {
  readonly language: "ar" | "ur" | "de" | "es" | "fr" | "zh";
  readonly title: string;
  /** What its empty panel offers; the book answers both, the second with code. */
  readonly suggestions: readonly [string, string];
}

/** From right to left. */
export const rightToLeftBooks: readonly TranslatedBook[] = [
  { language: "ar", title: "دليل المنارة", suggestions: ["كيف أشعل المصباح؟", "متى يُطلق البوق؟"] },
  { language: "ur", title: "روشنی گھر", suggestions: ["چراغ کیسے جلایا جائے؟", "بھونپو کب بجتا ہے؟"] },
];

/** From left to right. */
export const leftToRightBooks: readonly TranslatedBook[] = [
  {
    language: "de",
    title: "Leuchtturmhandbuch",
    suggestions: ["Wie zünde ich die Lampe an?", "Wann ertönt das Nebelhorn?"],
  },
  {
    language: "es",
    title: "Manual del faro",
    suggestions: ["¿Cómo enciendo la lámpara?", "¿Cuándo suena la sirena de niebla?"],
  },
  {
    language: "fr",
    title: "Manuel du phare",
    suggestions: ["Comment allumer la lampe ?", "Quand la corne de brume retentit-elle ?"],
  },
  { language: "zh", title: "灯塔手册", suggestions: ["怎样点亮灯？", "雾号什么时候响？"] },
];

const configOf = ({ language, title, suggestions }: TranslatedBook) => `export default {
  title: ${JSON.stringify(title)},
  url: "http://localhost:7860",
  baseUrl: "/",
  favicon: "img/favicon.svg",
  onBrokenLinks: "throw",
  themeConfig: { colorMode: { respectPrefersColorScheme: true } },
  future: { v4: true },
  i18n: { defaultLocale: "${language}", locales: ["${language}"] },
  plugins: [["@docusaurus/plugin-content-docs", { routeBasePath: "/" }]],
  themes: [
    ["@docusaurus/theme-classic", { customCss: ["./docs/book.css"] }],
    ["@bookplate/docusaurus-theme", { suggestions: ${JSON.stringify(suggestions)} }],
  ],
};
`;

/**
 * Builds one of the books in a directory of its own, as its author would: one entry in `themes`, one language.
 *
 * @returns the directory of the built book
 * @throws {Error} with Docusaurus' own words, when it cannot be built
 */
export async function buildTranslatedBook(book: TranslatedBook): Promise<string> {
  const site = mkdtempSync(join(tmpdir(), `bookplate-${book.language}-`));
  mkdirSync(join(site, "docs"));
  cpSync(join(repositoryRoot, "e2e", "books", book.language), join(site, "docs"), { recursive: true });
  cpSync(join(repositoryRoot, "book", "static"), join(site, "static"), { recursive: true });
  symlinkSync(join(repositoryRoot, "node_modules"), join(site, "node_modules"));
  writeFileSync(join(site, "package.json"), '{ "name": "translated-book", "private": true }');
  writeFileSync(join(site, "docusaurus.config.mjs"), configOf(book));

  const docusaurus = join(repositoryRoot, "node_modules/@docusaurus/core/bin/docusaurus.mjs");
  const child = spawn(installedNode, [docusaurus, "build"], {
    cwd: site,
    env: { ...process.env, NODE_ENV: "production", NO_UPDATE_NOTIFIER: "1" },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0) throw new Error(`The book in ${book.language} could not be built.\n${output}`);
  return site;
}
