import { useAuth } from "../auth-context.ts";
import { useWords } from "../words/words.tsx";

/** The way to the mailbox of a server that runs on this machine; nobody else has one. */
export function LocalMailbox() {
  const { mailbox } = useAuth().settings;
  const { inbox: words } = useWords().screens;
  if (mailbox === null || !isThisMachine(location.hostname)) return null;
  return (
    <p className="bp-local">
      <a className="bp-link" href={mailbox} target="_blank" rel="noopener">
        {words.mailbox}
      </a>
    </p>
  );
}

/** Loopback names of RFC 6761 and addresses of RFC 1122 and RFC 4291. */
export const isThisMachine = (hostname: string): boolean =>
  hostname === "localhost" ||
  hostname.endsWith(".localhost") ||
  hostname === "[::1]" ||
  /^127(?:\.\d{1,3}){3}$/.test(hostname);
