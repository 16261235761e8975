/** @type {import("@docusaurus/plugin-content-docs").SidebarsConfig} */
export default {
  book: [
    "index",
    "five-minute-start",
    "add-to-your-book",
    {
      type: "category",
      label: "How it works",
      collapsed: false,
      items: ["how-sessions-work", "how-guests-become-accounts", "how-answers-are-found"],
    },
    {
      type: "category",
      label: "For developers",
      collapsed: false,
      items: ["http-api", "problem-codes", "verify-tokens"],
    },
    {
      type: "category",
      label: "For operators",
      collapsed: false,
      items: ["settings", "what-is-stored", "not-there-yet"],
    },
  ],
};
