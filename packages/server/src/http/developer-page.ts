import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import { languageLinks, type PageView } from "./page-view.ts";

type Markup = ReturnType<typeof html>;

interface DeveloperPage {
  readonly view: PageView;
  readonly title: string;
  /** Whose page it is; without it Bookplate's own. */
  readonly name?: string;
  readonly head?: Markup;
  readonly body: Markup;
}

const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbf6ec, #1a1416);
  --sheet: light-dark(#fffdf9, #221a1d);
  --ink: light-dark(#2a2024, #ece1e0);
  --quiet: light-dark(#5d4a50, #c3b2b3);
  --line: light-dark(#e4d8c8, #3b2e32);
  --accent: light-dark(#8a2b42, #f0a3b0);
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, P052, Georgia, "Noto Serif", serif;
  --mono: ui-monospace, "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1rem / 1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
.bar a, .document a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.bar {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  gap: 0.25rem 1.25rem;
  padding: 0.75rem 1.25rem;
  border-block-end: 1px solid var(--line);
}
.bar .name { margin-block: 0; margin-inline: 0 auto; color: var(--accent); font: 600 1.35rem / 1.3 var(--serif); }
.bar a { padding-block: 0.25rem; font-size: 0.95rem; }
.languages { display: flex; flex-wrap: wrap; gap: 0.25rem 0.9rem; padding-inline-start: 1.25rem; border-inline-start: 1px solid var(--line); }
.languages a[aria-current] { color: inherit; font-weight: 600; text-decoration: none; }
.document { max-inline-size: 46rem; margin-inline: auto; padding: 1rem 1.25rem 4rem; }
.document h1 { margin-block: 1.5rem 0.5rem; font: 600 2rem / 1.25 var(--serif); text-wrap: balance; }
.document h2 { margin-block: 2rem 0.5rem; font: 600 1.3rem / 1.3 var(--serif); }
.document .facts { margin-block: 0; color: var(--quiet); }
.document :not(pre) > code { padding: 0.1em 0.35em; border-radius: 0.25rem; background: var(--sheet); }
.document code { font: 0.9em var(--mono); overflow-wrap: anywhere; }
.document pre {
  padding: 1rem;
  border: 1px solid var(--line);
  border-radius: 0.5rem;
  background: var(--sheet);
  overflow-x: auto;
  line-height: 1.5;
}
.document pre code { overflow-wrap: normal; }
.document table { inline-size: 100%; border-collapse: collapse; }
.document :is(th, td) {
  padding-block: 0.5rem;
  padding-inline: 0 0.75rem;
  border-block-end: 1px solid var(--line);
  text-align: start;
  vertical-align: top;
}
.document td code { white-space: nowrap; }
.document th { color: var(--quiet); font-weight: 600; font-size: 0.9rem; }
.document .act {
  margin-block: 0.25rem 1.5rem;
  padding: 0.75rem 1.5rem;
  border: 0;
  border-radius: 0.5rem;
  background: var(--accent);
  color: var(--paper);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
.document ul { padding-inline-start: 1.25rem; }
@media (max-width: 44rem) {
  .bar { padding-inline: 1rem; }
  .bar :is(.name, .languages) { flex-basis: 100%; padding-inline: 0; border: 0; }
  .document { padding-inline: 1rem; }
  .document h1 { font-size: 1.6rem; }
  .document :is(table, tbody, tr) { display: block; }
  .document thead { display: none; }
  .document tr { padding-block: 0.5rem; border-block-end: 1px solid var(--line); }
  .document td { display: inline-block; padding-block: 0; border: 0; }
  .document td:last-child { display: block; }
}
`;

/** The one inline style of these pages, as their Content-Security-Policy names it. */
export const developerStyleSource = `'sha256-${createHash("sha256").update(style).digest("base64")}'`;

/** The frame of the pages for developers: no script, one inline style, light and dark as the system says. */
export function developerPage({ view, title, name = "Bookplate", head, body }: DeveloperPage): Markup {
  return html`<!doctype html>
<html lang="${view.language}" dir="${view.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · ${name}</title>
<link rel="icon" href="data:,">
${head ?? ""}<style>${raw(style)}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** Links between the pages for developers; `here` is the page itself and no link. */
export function developerBar(here: Markup, view: PageView): Markup {
  const { words, link } = view;
  return html`<header class="bar">
${here}
<a href="${link("/api/docs")}">${words.reference}</a>
<a href="${link("/problems")}">${words.problemList}</a>
<a href="/api/v1/openapi.json">openapi.json</a>
<a href="/">${words.book}</a>
${languageLinks(view)}
</header>`;
}
