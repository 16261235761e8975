import type { NewBookmark } from "@bookplate/client";
import type { ChatMessages } from "@bookplate/messages/chat";
import { useState } from "react";
import { useAuth } from "../auth-context.ts";

export interface BookmarkButtonProps {
  readonly className?: string;
  readonly label: string;
  readonly words: ChatMessages;
  /** The place of the book that is kept, asked for when the button is pressed. */
  readonly place: () => NewBookmark;
}

/** Keeps a place of the book, and says so on itself. */
export function BookmarkButton({ className, label, words, place }: BookmarkButtonProps) {
  const { client } = useAuth();
  const [kept, setKept] = useState<"no" | "busy" | "yes" | "failed">("no");

  async function keep() {
    if (kept === "busy" || kept === "yes") return;
    setKept("busy");
    await client.bookmarks.add(place()).then(
      () => setKept("yes"),
      () => setKept("failed"),
    );
  }
  const outcome = { no: "", busy: "", yes: words.bookmarked, failed: words.notBookmarked }[kept];
  return (
    <>
      <button
        className={className}
        type="button"
        aria-busy={kept === "busy"}
        // Pressing must not collapse the selection that the button is about.
        onMouseDown={(event) => event.preventDefault()}
        onClick={keep}
      >
        {outcome || label}
      </button>
      <span className="bp-chat-unseen" role="status">
        {outcome}
      </span>
    </>
  );
}
