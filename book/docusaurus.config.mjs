import { byDay, byLamplight } from "./src/code-colours.mjs";

// Where readers will open the book. It ends in canonical links only, never in a call to the server.
const address = new URL(process.env.BOOK_URL ?? process.env.PUBLIC_URL ?? "http://localhost:7860");

/** @type {import("@docusaurus/types").Config} */
export default {
  title: "Bookplate",
  tagline: "Whose book it is, and whose chat",
  url: address.origin,
  baseUrl: address.pathname,
  favicon: "img/favicon.svg",
  onBrokenLinks: "throw",
  onBrokenAnchors: "throw",
  onDuplicateRoutes: "throw",
  future: { v4: true },
  // Plain Markdown stays plain: the same files are read by the site, the search index and any other tool.
  markdown: { format: "detect", hooks: { onBrokenMarkdownLinks: "throw" } },
  i18n: { defaultLocale: "en", locales: ["en"] },

  plugins: [
    [
      "@docusaurus/plugin-content-docs",
      { routeBasePath: "/", sidebarPath: "./sidebars.mjs", breadcrumbs: false, showLastUpdateTime: false },
    ],
    ["@docusaurus/plugin-content-pages", {}],
  ],

  themes: [
    ["@docusaurus/theme-classic", { customCss: ["./src/css/book.css"] }],
    [
      "@bookplate/docusaurus-theme",
      {
        suggestions: [
          "What happens to my chats when I register?",
          "How does a refresh token notice theft?",
          "How do I verify a token in Python?",
        ],
      },
    ],
  ],

  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
    docs: { sidebar: { hideable: true } },
    navbar: {
      title: "Bookplate",
      logo: { alt: "", src: "img/logo.svg", srcDark: "img/logo-dark.svg", width: 32, height: 32 },
      items: [{ type: "docSidebar", sidebarId: "book", label: "Documentation", position: "left" }],
    },
    footer: {
      style: "light",
      links: [
        {
          title: "Read",
          items: [
            { label: "Five-minute start", to: "/five-minute-start" },
            { label: "How sessions work", to: "/how-sessions-work" },
            { label: "How guests become accounts", to: "/how-guests-become-accounts" },
            { label: "Questions and answers", to: "/questions" },
          ],
        },
        {
          title: "Look up",
          items: [
            { label: "Settings", to: "/settings" },
            { label: "HTTP API", to: "/http-api" },
            { label: "Troubleshooting", to: "/troubleshooting" },
            { label: "Not there yet", to: "/not-there-yet" },
          ],
        },
      ],
      copyright:
        "Bookplate is free software under the MIT licence. This book loads nothing from other sites.",
    },
    prism: {
      theme: byDay,
      darkTheme: byLamplight,
      additionalLanguages: ["bash", "python", "json", "http"],
    },
  },
};
