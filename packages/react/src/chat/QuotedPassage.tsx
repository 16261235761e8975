import { CloseIcon } from "./icons.tsx";
import { usePanel } from "./panel-context.ts";

/** The passage of the page that the next question is about: seen before it is sent, and removable. */
export function QuotedPassage() {
  const { chat, state, words } = usePanel();
  const { quote } = state.draft;
  if (quote === null) return null;
  return (
    <figure className="bp-chat-quote">
      <figcaption>{words.quote}</figcaption>
      <blockquote dir="auto">{quote.text}</blockquote>
      <button
        className="bp-chat-icon-button"
        type="button"
        aria-label={words.removeQuote}
        title={words.removeQuote}
        onClick={() => chat.setQuote(null)}
      >
        <CloseIcon />
      </button>
    </figure>
  );
}
