import { type ChatMessages, loadChat } from "@bookplate/messages/chat";
import { type CSSProperties, useEffect, useState } from "react";
import { BookmarkButton } from "./BookmarkButton.tsx";
import type { Quote } from "./chat-state.ts";
import { bookmarkOf, type SelectedPassage, selectedPassage } from "./selected-passage.ts";

export interface AskAboutThisProps {
  readonly language: string;
  readonly onAsk: (quote: Quote) => void;
}

// React's types know no custom properties; the style sheet keeps the button on the screen by this one.
const placed = ({
  bottom,
  inlineStart,
}: SelectedPassage["place"]): CSSProperties & Record<`--${string}`, string> => ({
  insetBlockStart: bottom + GAP,
  "--bp-chat-about-start": `${inlineStart}px`,
});

/** Pixels between the selection and the button. */
const GAP = 8;

/** Beside text that the reader selects in the article: a button that takes it into the panel, and one that keeps it. */
export function AskAboutThis({ language, onAsk }: AskAboutThisProps) {
  const [words, setWords] = useState<ChatMessages | null>(null);
  const [passage, setPassage] = useState<SelectedPassage | null>(selectedPassage);

  useEffect(() => {
    loadChat(language).then(setWords, () => {});
  }, [language]);

  useEffect(() => {
    const update = () => setPassage(selectedPassage());
    const how = { passive: true, capture: true };
    document.addEventListener("selectionchange", update);
    window.addEventListener("scroll", update, how);
    window.addEventListener("resize", update);
    return () => {
      document.removeEventListener("selectionchange", update);
      window.removeEventListener("scroll", update, how);
      window.removeEventListener("resize", update);
    };
  }, []);

  if (words === null || passage === null) return null;
  const { quote, place } = passage;
  return (
    <div className="bp-chat-about" style={placed(place)}>
      <button
        type="button"
        // Pressing must not collapse the selection that the button is about.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          document.getSelection()?.removeAllRanges();
          onAsk(quote);
        }}
      >
        {words.askAboutThis}
      </button>
      <BookmarkButton
        // Another selection is another bookmark.
        key={quote.page + quote.text}
        label={words.bookmark}
        words={words}
        place={() => bookmarkOf(quote)}
      />
    </div>
  );
}
