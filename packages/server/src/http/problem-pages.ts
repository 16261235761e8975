import { Hono, type MiddlewareHandler } from "hono";
import { html } from "hono/html";
import { DomainError } from "../domain-error.ts";
import { fieldCodes, fieldSentences, type ProblemCode, problemCodes } from "../problem-codes.ts";
import type { HttpEnv } from "./app-type.ts";
import { developerBar, developerPage, developerStyleSource } from "./developer-page.ts";
import type { ApiDocument, DescribedOperation } from "./openapi-operations.ts";
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
export function problemPages({ document, publicUrl }: ProblemPagesDeps): Hono<HttpEnv> {
  const setPolicy: MiddlewareHandler<HttpEnv> = async (c, next) => {
    c.header("content-security-policy", policy);
    c.header("cache-control", "no-cache");
    await next();
  };

  return new Hono<HttpEnv>()
    .get("/problems", setPolicy, (c) => c.html(listPage()))
    .get("/problems/:code", setPolicy, (c) => {
      const code = problemCodes.find((known) => known === c.req.param("code"));
      if (!code) throw new DomainError("not-found", "There is no problem with this code.");
      return c.html(codePage(code, operationsByProblem(document()).get(code) ?? [], publicUrl));
    });
}

const bar = developerBar(html`<p class="name">Bookplate</p>`);

function listPage() {
  return developerPage({
    title: "Problems",
    body: html`${bar}
<main class="document">
<h1>Problems</h1>
<p>Whatever this server refuses, it says why in one way: <code>application/problem+json</code> (RFC 9457). Decide by
<code>code</code>; the words may change, the codes do not.</p>
<table>
<thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">What it means</th></tr></thead>
<tbody>
${problemCodes.map((code) => {
  const { status, title } = problemKinds[code];
  return html`<tr><td><a href="/problems/${code}"><code>${code}</code></a></td><td>${status}</td><td>${title}</td></tr>
`;
})}</tbody>
</table>
</main>`,
  });
}

function codePage(code: ProblemCode, operations: readonly DescribedOperation[], publicUrl: string) {
  const { status, title, happened, remedy } = problemKinds[code];
  return developerPage({
    title,
    body: html`${bar}
<main class="document">
<h1>${title}</h1>
<p class="facts"><code>${code}</code>, status ${status}</p>
<h2>What happened</h2>
<p>${withCode(happened)}</p>
<h2>What to do</h2>
<p>${withCode(remedy)}</p>
${code === "validation-failed" ? fieldTable() : ""}
<h2>An example</h2>
<pre tabindex="0"><code>${JSON.stringify(exampleProblem(code, publicUrl), null, 2)}</code></pre>
<h2>Who answers this</h2>
${operations.length > 0 ? operationList(operations) : html`<p>No route in particular: any address can.</p>`}
</main>`,
  });
}

function operationList(operations: readonly DescribedOperation[]) {
  return html`<ul>
${operations.map(
  ({ method, address, operation }) =>
    html`<li><a href="/api/docs#/${operation.tags?.[0]}/${operation.operationId}"><code>${method.toUpperCase()} ${address}</code></a><br>${operation.summary}</li>
`,
)}</ul>`;
}

function fieldTable() {
  return html`<h2>The codes of fields</h2>
<table>
<thead><tr><th scope="col">Code</th><th scope="col">What it means</th></tr></thead>
<tbody>
${fieldCodes.map(
  (code) => html`<tr><td><code>${code}</code></td><td>${fieldSentences[code]}</td></tr>
`,
)}</tbody>
</table>`;
}

/** Text whose backquotes mark code. */
function withCode(text: string) {
  const parts = text.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
  return html`${parts}`;
}
