import { createClient } from "@bookplate/client";
import { AuthProvider } from "@bookplate/react";
import { ChatPanel } from "@bookplate/react/chat";
import { useHistory } from "@docusaurus/router";
import useDocusaurusContext from "@docusaurus/useDocusaurusContext";
import { type ReactNode, useCallback, useState } from "react";
import { usePages } from "./use-pages.ts";
import { useSiteData } from "./use-site-data.ts";

/** Accounts and the chat panel around a whole book: one provider, one client, one React tree. */
export function Accounts({ children }: { readonly children: ReactNode }) {
  const { apiUrl, storageKey, mailbox, passwordMinimum, chat, suggestions } = useSiteData();
  const language = useDocusaurusContext().i18n.currentLocale;
  const pages = usePages();
  const history = useHistory();
  const navigate = useCallback((path: string) => history.push(path), [history]);
  const [client] = useState(() => createClient({ baseUrl: apiUrl, storageKey }));
  return (
    <AuthProvider
      client={client}
      language={language}
      pages={pages}
      mailbox={mailbox}
      passwordMinimum={passwordMinimum}
      navigate={navigate}
    >
      {children}
      {chat && <ChatPanel language={language} suggestions={suggestions} navigate={navigate} />}
    </AuthProvider>
  );
}
