import { writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { LoadContext, OptionValidationContext, Plugin, SwizzleConfig } from "@docusaurus/types";
import { type BookPage, bookPages } from "./book-pages.ts";
import { withAccountItem } from "./navbar.ts";
import {
  type ResolvedThemeOptions,
  resolveOptions,
  type ThemeOptions,
  ThemeOptionsError,
} from "./options.ts";
import { pageTitles } from "./page-titles.ts";
import { refuseShadowedPackage, refuseShadowingPackage, refuseShadowingSite } from "./shadowing.ts";
import { addressProblems } from "./site-address.ts";
import type { SiteData } from "./site-data.ts";

/** File in the built book that lists its pages, so that the server can index the Markdown and link to it. */
export const PAGES_FILE = "bookplate-pages.json";

const PAGES = [
  { path: "login", component: "@theme/LoginPage" },
  { path: "register", component: "@theme/RegisterPage" },
  { path: "verify", component: "@theme/VerifyPage" },
  { path: "magic-link", component: "@theme/MagicLinkPage" },
  { path: "forgot", component: "@theme/ForgotPage" },
  { path: "reset", component: "@theme/ResetPage" },
  { path: "email-change", component: "@theme/EmailChangePage" },
  { path: "email-undo", component: "@theme/EmailUndoPage" },
  { path: "account", component: "@theme/AccountPage" },
  { path: "console", component: "@theme/ClaimPage" },
  { path: "console/claim", component: "@theme/ClaimPage" },
] as const;

/**
 * Docusaurus theme that brings accounts and the chat panel into a book: provider, navbar item, pages and styles.
 * List it after the classic theme. Docusaurus calls this in Node, once per language.
 */
export default function bookplateTheme(context: LoadContext, options: ResolvedThemeOptions): Plugin {
  const production = process.env.NODE_ENV === "production";
  const problems = production ? addressProblems(context.siteConfig.url, options.apiUrl) : [];
  if (problems.length > 0) throw new ThemeOptionsError(problems);
  refuseShadowingSite(context.siteDir);
  context.siteConfig.themeConfig = withAccountItem(context.siteConfig.themeConfig);

  const ownTheme = fileURLToPath(new URL("./theme", import.meta.url));
  let pages: BookPage[] = [];
  return {
    name: "bookplate-theme",
    getThemePath: () => "./theme",
    getTypeScriptThemePath: () => "./theme",
    getClientModules: () => ["./client/styles.ts"],

    getDefaultCodeTranslationMessages: () => pageTitles(context.i18n.currentLocale),

    contentLoaded({ actions }) {
      actions.setGlobalData(siteData(context, options));
      for (const page of PAGES) {
        actions.addRoute({ path: `${context.baseUrl}${page.path}`, component: page.component, exact: true });
      }
    },

    allContentLoaded({ allContent }) {
      pages = bookPages(allContent, {
        currentLocale: context.i18n.currentLocale,
        defaultLocale: context.i18n.defaultLocale,
        translations: path.relative(context.siteDir, context.localizationDir).split(path.sep).join("/"),
      });
    },

    configureWebpack(config, isServer) {
      const aliases = config.resolve?.alias;
      if (aliases !== undefined && !Array.isArray(aliases)) {
        refuseShadowingPackage(aliases, ownTheme, context.siteDir);
      }
      // Node runs the server's chunks as CommonJS wherever the book is built, also below a package.json of ES modules.
      return isServer ? { output: { chunkFilename: "assets/js/[name].[contenthash:8].cjs" } } : {};
    },

    async postBuild({ outDir, plugins }) {
      const themeFolders = plugins.flatMap((plugin) =>
        plugin.getThemePath === undefined ? [] : [path.resolve(plugin.path, plugin.getThemePath())],
      );
      refuseShadowedPackage(themeFolders, ownTheme, context.siteDir);
      await writeFile(path.join(outDir, PAGES_FILE), `${JSON.stringify(pages, null, 2)}\n`);
    },
  };
}

/** Called by Docusaurus before the theme itself. Strict: an unknown option stops the build, with a suggestion. */
export function validateOptions({
  options,
}: OptionValidationContext<ThemeOptions | undefined, ResolvedThemeOptions>): ResolvedThemeOptions {
  return resolveOptions({ ...options });
}

/** What `docusaurus swizzle` may offer to a book's author. */
export function getSwizzleConfig(): SwizzleConfig {
  const safe = { actions: { eject: "safe", wrap: "safe" } } as const;
  const unsafe = { actions: { eject: "unsafe", wrap: "safe" } } as const;
  return {
    components: {
      AccountNavbarItem: {
        ...safe,
        description: "The account button in the navbar and in the phone's drawer",
      },
      LoginPage: { ...safe, description: "The page /login" },
      RegisterPage: { ...safe, description: "The page /register" },
      VerifyPage: { ...safe, description: "The page /verify, where the link of a letter lands" },
      MagicLinkPage: { ...safe, description: "The page /magic-link, where a letter that signs in leads" },
      ForgotPage: { ...safe, description: "The page /forgot, for a forgotten password" },
      ResetPage: { ...safe, description: "The page /reset, where the link of a letter lands" },
      EmailChangePage: {
        ...safe,
        description: "The page /email-change, where the letter to a new address leads",
      },
      EmailUndoPage: {
        ...safe,
        description: "The page /email-undo, where the letter to the old address leads",
      },
      AccountPage: { ...safe, description: "The page /account, with the reader's account" },
      ClaimPage: {
        ...safe,
        description:
          "The pages /console and /console/claim, where the link that makes an administrator leads",
      },
      Root: { ...unsafe, description: "Provides accounts and the chat panel to the whole book" },
      "NavbarItem/ComponentTypes": { ...unsafe, description: "Registers the account item of the navbar" },
    },
  };
}

function siteData(context: LoadContext, options: ResolvedThemeOptions): SiteData {
  const { defaultLocale, localeConfigs } = context.i18n;
  return {
    apiUrl: options.apiUrl,
    suggestions: options.suggestions,
    chat: options.chat,
    passwordMinimum: options.passwordMinimum,
    mailbox: options.mailbox,
    // All languages of one book are one site to its reader, so the key is the default language's base URL.
    storageKey: `bookplate:${localeConfigs[defaultLocale]?.baseUrl ?? context.baseUrl}`,
  };
}
