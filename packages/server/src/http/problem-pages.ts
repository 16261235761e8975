import { loadProblemPages, type ProblemPages } from "@bookplate/messages/problem-pages";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { html } from "hono/html";
import { DomainError } from "../domain-error.ts";
import { fieldCodes, type ProblemCode, problemCodes } from "../problem-codes.ts";
import { developerBar, developerPage, developerStyleSource } from "./developer-page.ts";
import type { ApiDocument, DescribedOperation } from "./openapi-operations.ts";
import { negotiateLanguage, type PageEnv, type PageView, viewOf } from "./page-view.ts";
import { exampleProblem } from "./problem-examples.ts";
import { operationsByProblem } from "./problem-responses.ts";
import { problemKinds } from "./problem-titles.ts";

interface ProblemPagesDeps {
  readonly document: () => ApiDocument;
  readonly publicUrl: string;
}

const policy = [
  "default-src 'none'",
  `style-src ${developerStyleSource}`,
  "img-src data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The pages that a problem's `type` points to, and their list. */
export function problemPages({ document, publicUrl }: ProblemPagesDeps): Hono<PageEnv> {
  const setPolicy: MiddlewareHandler<PageEnv> = async (c, next) => {
    c.header("content-security-policy", policy);
    c.header("cache-control", "no-cache");
    await next();
  };

  return new Hono<PageEnv>()
    .use("/problems/*", negotiateLanguage)
    .get("/problems", setPolicy, async (c) => c.html(listPage(await pageOf(c))))
    .get("/problems/:code", setPolicy, async (c) => {
      const code = problemCodes.find((known) => known === c.req.param("code"));
      if (!code) throw new DomainError("not-found", "There is no problem with this code.");
      const operations = operationsByProblem(document()).get(code) ?? [];
      return c.html(codePage(await pageOf(c), { code, operations, publicUrl }));
    });
}

interface Page {
  readonly view: PageView;
  /** What is said about each problem. */
  readonly texts: ProblemPages;
}

async function pageOf(c: Context<PageEnv>): Promise<Page> {
  const view = await viewOf(c);
  return { view, texts: await loadProblemPages(view.language) };
}

const bar = (view: PageView) => developerBar(html`<p class="name">Bookplate</p>`, view);

function listPage({ view, texts }: Page) {
  const { problemList, problems: words } = view.words;
  return developerPage({
    view,
    title: problemList,
    body: html`${bar(view)}
<main class="document">
<h1>${problemList}</h1>
<p>${withCode(words.introduction)}</p>
<table>
<thead><tr><th scope="col">${words.code}</th><th scope="col">${words.status}</th><th scope="col">${words.meaning}</th></tr></thead>
<tbody>
${problemCodes.map((code) => {
  const { status } = problemKinds[code];
  return html`<tr><td><a href="${view.link(`/problems/${code}`)}"><code dir="ltr">${code}</code></a></td><td>${status}</td><td>${texts.problems[code].title}</td></tr>
`;
})}</tbody>
</table>
</main>`,
  });
}

interface CodePage {
  readonly code: ProblemCode;
  readonly operations: readonly DescribedOperation[];
  readonly publicUrl: string;
}

function codePage({ view, texts }: Page, { code, operations, publicUrl }: CodePage) {
  const words = view.words.problems;
  const { status } = problemKinds[code];
  const { title, happened, remedy } = texts.problems[code];
  return developerPage({
    view,
    title,
    body: html`${bar(view)}
<main class="document">
<h1>${title}</h1>
<p class="facts"><code dir="ltr">${code}</code> · ${words.status} ${status}</p>
<h2>${words.happened}</h2>
<p>${withCode(happened)}</p>
<h2>${words.remedy}</h2>
<p>${withCode(remedy)}</p>
${code === "validation-failed" ? fieldTable({ view, texts }) : ""}
<h2>${words.example}</h2>
<pre tabindex="0" dir="ltr" lang="en"><code>${JSON.stringify(exampleProblem(code, publicUrl), null, 2)}</code></pre>
<h2>${words.answeredBy}</h2>
${operations.length > 0 ? operationList(operations, view) : html`<p>${words.answeredByAny}</p>`}
</main>`,
  });
}

function operationList(operations: readonly DescribedOperation[], { link }: PageView) {
  return html`<ul>
${operations.map(
  ({ method, address, operation }) =>
    html`<li><a href="${link(`/api/docs#/${operation.tags?.[0]}/${operation.operationId}`)}"><code dir="ltr">${method.toUpperCase()} ${address}</code></a><br><bdi lang="en">${operation.summary}</bdi></li>
`,
)}</ul>`;
}

function fieldTable({ view, texts }: Page) {
  const words = view.words.problems;
  return html`<h2>${words.fields}</h2>
<table>
<thead><tr><th scope="col">${words.code}</th><th scope="col">${words.meaning}</th></tr></thead>
<tbody>
${fieldCodes.map(
  (code) => html`<tr><td><code dir="ltr">${code}</code></td><td>${texts.fields[code]}</td></tr>
`,
)}</tbody>
</table>`;
}

/** Text whose backquotes mark code. */
function withCode(text: string) {
  const parts = text
    .split("`")
    .map((part, index) => (index % 2 === 1 ? html`<code dir="ltr">${part}</code>` : part));
  return html`${parts}`;
}
