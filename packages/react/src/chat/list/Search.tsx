import { type KeyboardEvent, useId } from "react";
import { useChatToolsWords } from "../../words/chat-tools-words.tsx";
import type { ConversationSearch } from "./use-search.ts";

/** Characters that are searched for at most. */
const QUERY_LENGTH = 200;

export interface SearchProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly search: ConversationSearch;
}

/** The field of the search, and one sentence on what it has found. */
export function Search({ query, onQuery, search }: SearchProps) {
  const { search: words } = useChatToolsWords();
  const id = useId();

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape" && query !== "") {
      // The words go first; the panel stays as it is.
      event.stopPropagation();
      event.preventDefault();
      onQuery("");
    }
    if (event.key === "ArrowDown") {
      event.preventDefault();
      document.querySelector<HTMLElement>(".bp-chat-found button")?.focus();
    }
  }

  return (
    <search className="bp-chat-search">
      <label className="bp-chat-label" htmlFor={id}>
        {words.label}
      </label>
      <input
        id={id}
        type="search"
        dir="auto"
        enterKeyHint="search"
        autoComplete="off"
        maxLength={QUERY_LENGTH}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p className="bp-chat-outcome" role="status">
        <Outcome search={search} />
      </p>
    </search>
  );
}

function Outcome({ search: { query, busy, matches, nextCursor } }: Pick<SearchProps, "search">) {
  const { search: words } = useChatToolsWords();
  if (busy) return words.searching;
  if (query === null) return null;
  if (matches.length === 0) return words.nothing({ query });
  // How many there are is known only once they are all here.
  return nextCursor === null ? words.found({ count: matches.length }) : null;
}
