import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  refuseShadowedPackage,
  refuseShadowingPackage,
  refuseShadowingSite,
  ShadowedThemeError,
} from "./shadowing.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "bookplate-theme-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

describe("a site with files of its own", () => {
  test("builds when it has none", () => {
    expect(() => refuseShadowingSite(folder)).not.toThrow();
  });

  test("is refused when its Root drops the accounts, and told the lines to write", () => {
    write("src/theme/Root.js", "export default function Root({ children }) { return children; }");
    expect(() => refuseShadowingSite(folder)).toThrow('import Original from "@theme-original/Root";');
  });

  test("is refused when its navbar types drop the account item", () => {
    write("src/theme/NavbarItem/ComponentTypes/index.tsx", "export default {};");
    expect(() => refuseShadowingSite(folder)).toThrow(ShadowedThemeError);
  });

  test("builds when its Root continues the original", () => {
    write("src/theme/Root.tsx", 'import Original from "@theme-original/Root";');
    expect(() => refuseShadowingSite(folder)).not.toThrow();
  });
});

describe("another theme with the same component", () => {
  const aliases = { "@theme-original/Root": "/elsewhere/theme/Root.js" };

  test("is refused when it comes after ours", () => {
    expect(() => refuseShadowingPackage(aliases, "/ours/theme", folder)).toThrow("/elsewhere/theme/Root.js");
  });

  test("is welcome when the site puts both together", () => {
    write("src/theme/Root.js", 'import { Accounts } from "@bookplate/docusaurus-theme/client";');
    expect(() => refuseShadowingPackage(aliases, "/ours/theme", folder)).not.toThrow();
  });

  test("is refused when it comes before ours", () => {
    write("classic/NavbarItem/ComponentTypes.js", "");
    write("other/Root.js", "");
    write("ours/Root.tsx", "");
    write("ours/NavbarItem/ComponentTypes.tsx", "");
    const folders = ["classic", "other", "ours"].map((name) => path.join(folder, name));
    expect(() => refuseShadowedPackage(folders, path.join(folder, "ours"), folder)).toThrow(
      ShadowedThemeError,
    );
    const without = folders.filter((name) => !name.endsWith("other"));
    expect(() => refuseShadowedPackage(without, path.join(folder, "ours"), folder)).not.toThrow();
  });
});
