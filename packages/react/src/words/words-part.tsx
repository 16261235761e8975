import {
  type ComponentType,
  type Context,
  createContext,
  type LazyExoticComponent,
  lazy,
  type ReactNode,
  useContext,
  useMemo,
} from "react";
import { useAuth } from "../auth-context.ts";
import { WaitingPart } from "../WaitingPart.tsx";
import type { MessageOverrides } from "./overrides.ts";

interface WordsSource<Words> {
  readonly load: (language: string) => Promise<Words>;
  /** Lays a book's own words over ours. */
  readonly override: (words: Words, messages: MessageOverrides) => Words;
}

/** The words of a part of the screens, which are loaded with that part. */
export interface WordsPart<Words> extends WordsSource<Words> {
  readonly context: Context<Words | null>;
  readonly loaded: Map<string, Loaded>;
}

type Loaded = LazyExoticComponent<ComponentType<{ readonly children: ReactNode }>>;

export const createWordsPart = <Words,>(source: WordsSource<Words>): WordsPart<Words> => ({
  ...source,
  context: createContext<Words | null>(null),
  loaded: new Map(),
});

interface WithPartProps<Words> {
  readonly part: WordsPart<Words>;
  readonly children: ReactNode;
}

/** Brings words in the page's language, and in no other. Until they are there nothing is shown; a build waits. */
export function WithPart<Words>({ part, children }: WithPartProps<Words>) {
  const Loaded = wordsIn(part, useAuth().settings.language);
  return (
    <WaitingPart>
      <Loaded>{children}</Loaded>
    </WaitingPart>
  );
}

/** The words of a part, inside its {@link WithPart}. */
export function useWordsPart<Words>(part: WordsPart<Words>): Words {
  const words = useContext(part.context);
  if (words === null) throw new Error("The words of a part were asked for outside of it.");
  return words;
}

/** Begins to fetch the words where that has not begun. */
export function wordsIn<Words>(part: WordsPart<Words>, language: string): Loaded {
  const known = part.loaded.get(language);
  if (known !== undefined) return known;
  const loading = part.load(language);
  // Whoever shows the words hears of a failure.
  loading.catch(() => {});
  const loaded = lazy(async () => {
    const words = await loading.catch((error: unknown) => {
      // The next one who asks tries again.
      part.loaded.delete(language);
      throw error;
    });
    return {
      default: ({ children }: { readonly children: ReactNode }) => (
        <Provider part={part} words={words}>
          {children}
        </Provider>
      ),
    };
  });
  part.loaded.set(language, loaded);
  return loaded;
}

function Provider<Words>({ part, words, children }: WithPartProps<Words> & { readonly words: Words }) {
  const { messages } = useAuth().settings;
  const ours = useMemo(() => part.override(words, messages), [part, words, messages]);
  return <part.context.Provider value={ours}>{children}</part.context.Provider>;
}
