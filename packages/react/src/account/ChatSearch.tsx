import { useEffect, useId, useRef, useState } from "react";
import { Field } from "../forms/Field.tsx";
import { useShelfWords } from "./shelf-words.tsx";

/** Time after the last key before anything is searched, in milliseconds. */
const PAUSE = 300;
/** Characters; the server takes no more. */
const SEARCH_LENGTH = 200;

interface ChatSearchProps {
  /** Empty where everything is to be shown. Must stay the same function. */
  readonly onSearch: (words: string) => void;
}

/** The field above the reader's conversations. */
export function ChatSearch({ onSearch }: ChatSearchProps) {
  const { chats: words } = useShelfWords();
  const id = useId();
  const [typed, setTyped] = useState("");
  const wanted = typed.trim();
  const search = useRef(onSearch);
  search.current = onSearch;
  useEffect(() => {
    const timer = setTimeout(() => search.current(wanted), PAUSE);
    return () => clearTimeout(timer);
  }, [wanted]);

  return (
    <search>
      <form
        className="bp-subform"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(wanted);
        }}
      >
        <Field
          id={id}
          type="search"
          name="q"
          label={words.search}
          hint={words.searchHint}
          dir="auto"
          autoComplete="off"
          maxLength={SEARCH_LENGTH}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
    </search>
  );
}
