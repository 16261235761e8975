import "@bookplate/react/styles.css";
import "@bookplate/react/chat.css";
import "./app.css";
import { createClient } from "@bookplate/client";
import { AuthProvider } from "@bookplate/react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";

// Bookplate's parts take their dark colours from this attribute, as a Docusaurus page sets it.
if (matchMedia("(prefers-color-scheme: dark)").matches) document.documentElement.dataset.theme = "dark";

const client = createClient({ storageKey: "reading-room" });
const root = document.querySelector("#root");
if (root === null) throw new Error("index.html has no element #root.");

createRoot(root).render(
  <AuthProvider client={client} language="en" siteRoot="#site" mailbox="/dev/mail">
    <App />
  </AuthProvider>,
);
