import { spawn } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const modules = path.resolve(import.meta.dirname, "../../../node_modules");
const docusaurus = path.join(modules, "@docusaurus/core/bin/docusaurus.mjs");

const config = `export default {
  title: "A stock book",
  url: "https://book.example.org",
  baseUrl: "/repo/",
  onBrokenLinks: "throw",
  future: { v4: true },
  plugins: [["@docusaurus/plugin-content-docs", { routeBasePath: "/" }]],
  themes: ["@docusaurus/theme-classic", "@bookplate/docusaurus-theme"],
};
`;

let site: string;
beforeAll(() => {
  site = mkdtempSync(path.join(tmpdir(), "bookplate-book-"));
  mkdirSync(path.join(site, "docs"));
  symlinkSync(modules, path.join(site, "node_modules"));
  writeFileSync(path.join(site, "package.json"), '{ "name": "stock-book", "private": true }');
  writeFileSync(path.join(site, "docusaurus.config.mjs"), config);
  writeFileSync(
    path.join(site, "docs/index.md"),
    "---\nslug: /\n---\n\n# Welcome\n\n## Why read this?\n\nBecause.\n",
  );
});
afterAll(() => rmSync(site, { recursive: true, force: true }));

function build(): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [docusaurus, "build"], {
    cwd: site,
    env: {
      ...process.env,
      NODE_ENV: "production",
      NO_UPDATE_NOTIFIER: "1",
      DOCUSAURUS_NO_PERSISTENT_CACHE: "1",
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output })));
}

const built = (file: string) => readFileSync(path.join(site, "build", file), "utf8");

describe("a stock book with one entry in themes, under a base URL", { timeout: 120_000 }, () => {
  beforeAll(async () => {
    const { code, output } = await build();
    expect(code, output).toBe(0);
  }, 120_000);

  test("has the account button on every page, in its neutral first state", () => {
    expect(built("index.html")).toMatch(/bp-account-button[^>]*data-status="?unknown/);
  });

  test.each(["login", "register", "verify", "magic-link", "forgot", "reset", "email-change", "email-undo"])(
    "has the page /%s, which search engines leave out",
    (page) => {
      const html = built(`${page}/index.html`);
      expect(html).toMatch(/name="?robots"? content="?noindex/);
      expect(html).toContain("bp-form");
    },
  );

  test.each(["console", "console/claim"])(
    "has the page /%s, which makes nobody anything by being opened",
    (page) => {
      const html = built(`${page}/index.html`);
      expect(html).toMatch(/name="?robots"? content="?noindex/);
      expect(html).not.toContain("<form");
    },
  );

  test("has the page /account, which knows nobody before it is opened in a browser", () => {
    const html = built("account/index.html");
    expect(html).toMatch(/name="?robots"? content="?noindex/);
    expect(html).toContain("Your account");
    expect(html).not.toContain("bp-part-links");
  });

  test("posts its forms to their own pages, so that no password reaches an address", () => {
    expect(built("login/index.html")).toMatch(/<form[^>]*action="?\/repo\/login"?[^>]*method="?post/);
  });

  test("lists its pages for the server", () => {
    const edition = { locale: "en", language: "en", section: "default", version: "current", latest: true };
    expect(JSON.parse(built("bookplate-pages.json"))).toEqual([
      { source: "docs/index.md", permalink: "/repo/", title: "Welcome", ...edition },
    ]);
  });

  test("carries no address of a development machine", () => {
    const scripts = readdirSync(path.join(site, "build/assets/js")).filter((name) => name.endsWith(".js"));
    for (const name of scripts)
      expect(built(`assets/js/${name}`), name).not.toMatch(/localhost:|127\.0\.0\.1/);
  });

  test("does not build once its own Root would drop the accounts", async () => {
    mkdirSync(path.join(site, "src/theme"), { recursive: true });
    writeFileSync(path.join(site, "src/theme/Root.js"), "export default ({ children }) => children;\n");
    const { code, output } = await build();
    expect(code).toBe(1);
    expect(output).toContain('import Original from "@theme-original/Root";');
  });
});
