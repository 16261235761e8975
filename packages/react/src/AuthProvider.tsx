import type { Client } from "@bookplate/client";
import {
  lazy,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { type Auth, AuthContext, type AuthSettings } from "./auth-context.ts";
import { loadDialogs } from "./dialog/load-dialogs.ts";
import { Lazily } from "./Lazily.tsx";
import { useAuthActions } from "./use-auth-actions.ts";

const Dialogs = lazy(loadDialogs);
const Notices = lazy(() => import("./notices/Notices.tsx"));

const defaults: Omit<AuthSettings, "language"> = {
  pages: { home: "/", login: "/login", register: "/register", verify: "/verify", forgot: "/forgot" },
  mailbox: null,
  passwordMinimum: 10,
  siteRoot: "#__docusaurus",
  navigate: (address) => location.assign(address),
  messages: {},
};

export interface AuthProviderProps extends Partial<AuthSettings> {
  readonly client: Client;
  /** BCP 47 tag of the page. */
  readonly language: string;
  readonly children: ReactNode;
}

/**
 * Says who is reading to everything inside. The first rendering is always `unknown`, on the server and in the browser;
 * nothing of the browser is read before it.
 */
export function AuthProvider({ client, children, ...given }: AuthProviderProps) {
  const state = useSyncExternalStore(client.subscribe, client.getSnapshot, serverSnapshot);
  useEffect(() => client.start(), [client]);

  const settings = useSettings(given);
  const typedEmail = useRef("");
  const [dialog, setDialog] = useState<Auth["dialog"]>(null);
  const [added, setAdded] = useState<number | null>(null);
  const [waiting, setWaiting] = useState<number | false | null>(null);
  const [dismissed, setDismissed] = useState<unknown>(null);
  const [offering, setOffering] = useState(false);
  const actions = useAuthActions({ client, setDialog, setAdded, setWaiting, setDismissed, setOffering });

  // A sign-in ends the dialog wherever it happened: in the form, from a letter, in another tab.
  const { close } = actions;
  const endOffer = useCallback(() => setOffering(false), []);
  useEffect(() => {
    if (state.status === "user") close("success");
  }, [state.status, close]);

  // What was asked and not answered is asked again after the page has been loaded anew.
  const conversationsWaiting =
    state.status === "user" && waiting !== false ? (waiting ?? state.claimable ?? null) : null;
  const endedBecause =
    state.status === "guest" && state !== dismissed && state.endedBecause !== undefined
      ? state.endedBecause
      : null;
  const auth: Auth = {
    ...actions,
    client,
    settings,
    status: state.status,
    account: state.status === "user" ? state.account : null,
    guestAccount: state.status === "guest" ? state.guestAccount : null,
    endedBecause,
    conversationsAdded: added,
    conversationsWaiting,
    dialog,
    typedEmail,
  };
  const offers = offering && state.status === "user";
  const shown = dialog !== null && state.status !== "user";
  return (
    <AuthContext.Provider value={auth}>
      {children}
      {(endedBecause !== null || added !== null || conversationsWaiting !== null || offers) && (
        <Lazily>
          <Notices endOffer={offers ? endOffer : null} />
        </Lazily>
      )}
      {shown && (
        <Lazily onFailure={() => location.assign(settings.pages[dialog])}>
          <Dialogs />
        </Lazily>
      )}
    </AuthContext.Provider>
  );
}

const unknown = { status: "unknown" } as const;
const serverSnapshot = () => unknown;

/** Settings that stay the same object while their parts do, so that nothing renders for their sake. */
function useSettings(given: Omit<AuthProviderProps, "client" | "children">): AuthSettings {
  const settings: AuthSettings = { ...defaults, ...given };
  const { language, pages, mailbox, passwordMinimum, siteRoot, navigate, messages } = settings;
  return useMemo(
    () => ({ language, pages, mailbox, passwordMinimum, siteRoot, navigate, messages }),
    [language, pages, mailbox, passwordMinimum, siteRoot, navigate, messages],
  );
}
