import { type AccountWords, loadAccountWords } from "@bookplate/messages/account";
import { type Activity, loadActivity } from "@bookplate/messages/activity";
import {
  type ComponentType,
  createContext,
  type LazyExoticComponent,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useMemo,
} from "react";
import { useAuth } from "../auth-context.ts";
import { override } from "../words/overrides.ts";
import { useWords, WithWords, type Words } from "../words/words.tsx";

interface PageWords {
  readonly account: AccountWords;
  readonly activity: Activity;
  /** BCP 47 tag for times: the page's, unless the words are in another language for want of a translation. */
  readonly locale: string;
}

const PageWordsContext = createContext<PageWords | null>(null);

/** The words of the account page, inside {@link WithAccountWords}. */
export function useAccountWords(): PageWords & Words {
  const own = useContext(PageWordsContext);
  const words = useWords();
  if (own === null) throw new Error("useAccountWords() found no WithAccountWords around the component.");
  return { ...words, ...own };
}

/** Brings the words of the account page and of its forms, in the page's language. */
export function WithAccountWords({ children }: { readonly children: ReactNode }) {
  const { settings } = useAuth();
  // Asked for before the forms' words are there, so that one does not wait for the other.
  const Loaded = wordsIn(settings.language);
  return (
    <WithWords>
      <Suspense fallback={null}>
        <Loaded>{children}</Loaded>
      </Suspense>
    </WithWords>
  );
}

type Loaded = LazyExoticComponent<ComponentType<{ readonly children: ReactNode }>>;
const loadedByLanguage = new Map<string, Loaded>();

function wordsIn(language: string): Loaded {
  const known = loadedByLanguage.get(language);
  if (known !== undefined) return known;
  const loading = Promise.all([loadAccountWords(language), loadActivity(language)]);
  const loaded = lazy(async () => {
    const [account, activity] = await loading;
    const locale = isVariant(language, account.language) ? language : account.language;
    return {
      default: ({ children }: { readonly children: ReactNode }) => (
        <Provider account={account} activity={activity} locale={locale}>
          {children}
        </Provider>
      ),
    };
  });
  loadedByLanguage.set(language, loaded);
  return loaded;
}

function Provider({ account, activity, locale, children }: PageWords & { readonly children: ReactNode }) {
  const { messages } = useAuth().settings;
  const words = useMemo(
    () => ({ account: override(account, messages.account), activity, locale }),
    [account, activity, locale, messages],
  );
  return <PageWordsContext.Provider value={words}>{children}</PageWordsContext.Provider>;
}

const isVariant = (tag: string, language: string): boolean =>
  tag === language || tag.startsWith(`${language}-`);
