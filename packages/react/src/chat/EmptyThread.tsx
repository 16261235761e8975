import { usePanel } from "./panel-context.ts";

/** Says what the panel does, and offers questions that show it. */
export function EmptyThread() {
  const { chat, state, words, suggestions } = usePanel();

  function ask(text: string) {
    // Somebody's half-written question is not replaced by a suggestion.
    const { draft } = state;
    const fromDraft = draft.text.trim() === "";
    if (fromDraft) chat.setDraft(text);
    chat.ask({ text, quote: draft.quote }, { fromDraft });
  }

  return (
    <div className="bp-chat-empty">
      <h3>{words.emptyHeading}</h3>
      <p>{words.emptyText}</p>
      <p className="bp-chat-suggestions-label">{words.suggestionsLabel}</p>
      <ul className="bp-chat-suggestions">
        {suggestions.map((suggestion) => (
          <li key={suggestion}>
            <button className="bp-chat-suggestion" type="button" dir="auto" onClick={() => ask(suggestion)}>
              {suggestion}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
