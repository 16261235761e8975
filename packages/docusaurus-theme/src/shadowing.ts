import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * Docusaurus resolves `@theme/Root` to the site's own file, then to the last package that brings one. Whoever comes
 * later removes this theme without a word: no button, no panel, no error. So the build looks and says so.
 */
const COMPONENTS = [
  {
    name: "Root",
    composes: /@theme-original\/Root|@bookplate\/docusaurus-theme/,
    lines: [
      `import Original from "@theme-original/Root";`,
      `import { Accounts } from "@bookplate/docusaurus-theme/client";`,
      ``,
      `export default function Root({ children }) {`,
      `  return <Original><Accounts>{children}</Accounts></Original>;`,
      `}`,
    ],
    siteLines: [
      `import Original from "@theme-original/Root";`,
      ``,
      `export default function Root({ children }) {`,
      `  return <Original>{/* your own parts around */ children}</Original>;`,
      `}`,
    ],
  },
  {
    name: "NavbarItem/ComponentTypes",
    composes: /@theme-original\/NavbarItem\/ComponentTypes|@bookplate\/docusaurus-theme/,
    lines: [
      `import ComponentTypes from "@theme-original/NavbarItem/ComponentTypes";`,
      `import { withAccounts } from "@bookplate/docusaurus-theme/client";`,
      ``,
      `export default withAccounts(ComponentTypes);`,
    ],
    siteLines: [
      `import ComponentTypes from "@theme-original/NavbarItem/ComponentTypes";`,
      ``,
      `export default { ...ComponentTypes /* , your own items */ };`,
    ],
  },
] as const;

type Component = (typeof COMPONENTS)[number];

/** Another file takes the place of a component that this theme needs; the message holds the lines that mend it. */
export class ShadowedThemeError extends Error {
  override readonly name = "ShadowedThemeError";

  constructor(name: string, by: string, file: string, lines: readonly string[]) {
    super(
      [
        `${by} and @bookplate/docusaurus-theme both bring "${name}", and one of them would be lost without a word.`,
        `Write this into ${file}, which keeps both:`,
        "",
        ...lines.map((line) => (line === "" ? "" : `    ${line}`)),
        "",
      ].join("\n"),
    );
  }
}

/**
 * Refuses a site whose own `src/theme/Root` or `src/theme/NavbarItem/ComponentTypes` drops ours. A file that builds on
 * `@theme-original/…` or on this theme's exports is welcome.
 *
 * @throws ShadowedThemeError
 */
export function refuseShadowingSite(siteDir: string): void {
  for (const component of COMPONENTS) {
    const file = siteFile(siteDir, component.name);
    if (file !== null && !component.composes.test(readFileSync(file, "utf8"))) {
      const shown = path.relative(siteDir, file);
      throw new ShadowedThemeError(component.name, `The site's ${shown}`, shown, component.siteLines);
    }
  }
}

/**
 * Refuses a package listed after this theme that brings a `Root` or `NavbarItem/ComponentTypes` of its own.
 *
 * @param aliases webpack's or Rspack's `resolve.alias`, as Docusaurus filled it
 * @param ownTheme absolute path of this theme's `theme` folder
 * @throws ShadowedThemeError
 */
export function refuseShadowingPackage(
  aliases: Readonly<Record<string, unknown>>,
  ownTheme: string,
  siteDir: string,
): void {
  for (const component of COMPONENTS) {
    const last = aliases[`@theme-original/${component.name}`];
    if (typeof last !== "string" || last.startsWith(ownTheme + path.sep)) continue;
    if (siteComposes(siteDir, component)) continue;
    throw new ShadowedThemeError(
      component.name,
      `Another theme (${last})`,
      `src/theme/${component.name}.js`,
      component.lines,
    );
  }
}

/**
 * Refuses a package listed before this theme whose component would be lost: ours continues the first provider in the
 * line (Docusaurus' own, or the classic theme's), never one in between.
 *
 * @param themeFolders absolute `theme` folders of all plugins, in Docusaurus' order
 * @throws ShadowedThemeError
 */
export function refuseShadowedPackage(
  themeFolders: readonly string[],
  ownTheme: string,
  siteDir: string,
): void {
  for (const component of COMPONENTS) {
    const providers = themeFolders.filter((folder) => componentFile(folder, component.name) !== null);
    const continued = component.name === "Root" ? 0 : 1;
    const lost = providers.slice(continued).find((folder) => folder !== ownTheme);
    if (lost === undefined || siteComposes(siteDir, component)) continue;
    throw new ShadowedThemeError(
      component.name,
      `Another theme (${lost})`,
      `src/theme/${component.name}.js`,
      component.lines,
    );
  }
}

function siteComposes(siteDir: string, component: Component): boolean {
  const file = siteFile(siteDir, component.name);
  return file !== null && readFileSync(file, "utf8").includes("@bookplate/docusaurus-theme");
}

function siteFile(siteDir: string, name: string): string | null {
  return componentFile(path.join(siteDir, "src/theme"), name);
}

function componentFile(themeFolder: string, name: string): string | null {
  const candidates = ["", "/index"].flatMap((suffix) =>
    ["js", "jsx", "ts", "tsx"].map((extension) => path.join(themeFolder, `${name}${suffix}.${extension}`)),
  );
  return candidates.find((candidate) => existsSync(candidate)) ?? null;
}
