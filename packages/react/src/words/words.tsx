import { loadProblems, type Problems } from "@bookplate/messages/problems";
import { loadScreens, type Screens } from "@bookplate/messages/screens";
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
import { override } from "./overrides.ts";

export interface Words {
  readonly screens: Screens;
  readonly problems: Problems;
}

const WordsContext = createContext<Words | null>(null);

/** The words of the forms, inside {@link WithWords}. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error("useWords() found no WithWords around the component.");
  return words;
}

/** Brings the words of the page's language, and of no other. Until they are there nothing is shown; a build waits. */
export function WithWords({ children }: { readonly children: ReactNode }) {
  const { settings } = useAuth();
  const Loaded = wordsIn(settings.language);
  return (
    <Suspense fallback={null}>
      <Loaded>{children}</Loaded>
    </Suspense>
  );
}

type Loaded = LazyExoticComponent<ComponentType<{ readonly children: ReactNode }>>;
const loadedByLanguage = new Map<string, Loaded>();

function wordsIn(language: string): Loaded {
  const known = loadedByLanguage.get(language);
  if (known !== undefined) return known;
  const loaded = lazy(async () => {
    const [screens, problems] = await Promise.all([loadScreens(language), loadProblems(language)]);
    return {
      default: ({ children }: { readonly children: ReactNode }) => (
        <Provider screens={screens} problems={problems}>
          {children}
        </Provider>
      ),
    };
  });
  loadedByLanguage.set(language, loaded);
  return loaded;
}

function Provider({ screens, problems, children }: Words & { readonly children: ReactNode }) {
  const { messages } = useAuth().settings;
  const words = useMemo(
    () => ({
      screens: override(screens, messages.screens),
      problems: override(problems, messages.problems),
    }),
    [screens, problems, messages],
  );
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}
