/** @type {import("@docusaurus/plugin-content-docs").SidebarsConfig} */
export default {
  book: [
    "index",
    "five-minute-start",
    "concepts",
    {
      type: "category",
      label: "For authors",
      collapsed: false,
      items: ["add-to-your-book", "use-without-docusaurus", "your-own-api", "languages", "what-it-weighs"],
    },
    {
      type: "category",
      label: "How it works",
      collapsed: false,
      items: [
        "how-sessions-work",
        "how-guests-become-accounts",
        "how-answers-are-found",
        "passwords",
        "roles",
        "limits",
      ],
    },
    {
      type: "category",
      label: "For developers",
      collapsed: false,
      items: ["http-api", "problem-codes", "verify-tokens", "python-back-end", "contributing"],
    },
    {
      type: "category",
      label: "For operators",
      collapsed: false,
      items: ["deployment", "settings", "command-line", "email", "what-is-stored", "troubleshooting"],
    },
    {
      type: "category",
      label: "Before you decide",
      collapsed: false,
      items: ["questions", "comparison", "not-there-yet"],
    },
  ],
};
