import type { Bookmark } from "@bookplate/client";
import { useAuth } from "../auth-context.ts";
import { BookLink } from "../BookLink.tsx";
import { Confirmation } from "./Confirmation.tsx";
import { Moment } from "./Moment.tsx";
import { NewName } from "./NewName.tsx";
import { placeName } from "./place-name.ts";
import { useShelfWords } from "./shelf-words.tsx";
import { useReturningFocus } from "./use-returning-focus.ts";

/** Characters of a note. */
const NOTE_LENGTH = 1_000;

interface KeptPlaceProps {
  readonly bookmark: Bookmark;
  readonly onNote: (bookmark: Bookmark, text: string) => Promise<void>;
  readonly onRemove: (bookmark: Bookmark) => Promise<void>;
}

/** One bookmark in the list. */
export function KeptPlace({ bookmark, onNote, onRemove }: KeptPlaceProps) {
  const { settings } = useAuth();
  const { bookmarks: words } = useShelfWords();
  const { doing, begin, stop } = useReturningFocus<"noting" | "removing">();
  const { page, anchor, note, createdAt } = bookmark;
  const place = placeName(bookmark, settings.pages.home) || words.home;

  return (
    <li className="bp-row">
      <div className="bp-row-facts">
        <BookLink className="bp-link bp-row-title" href={anchor === null ? page : `${page}#${anchor}`}>
          <bdi>{place}</bdi>
        </BookLink>
        {note !== null && <span dir="auto">{note}</span>}
        <span className="bp-quiet">
          <Moment at={createdAt} say={words.kept} />
        </span>
      </div>
      <div className="bp-row-actions" hidden={doing !== null}>
        <button
          type="button"
          className="bp-link"
          aria-label={words.noteNamed({ place })}
          onClick={(event) => begin("noting", event.currentTarget)}
        >
          {note === null ? words.addNote : words.changeNote}
        </button>
        <button
          type="button"
          className="bp-link"
          aria-label={words.removeNamed({ place })}
          onClick={(event) => begin("removing", event.currentTarget)}
        >
          {words.remove}
        </button>
      </div>
      {doing === "noting" && (
        <NewName
          field="note"
          label={words.note}
          current={note ?? ""}
          maxLength={NOTE_LENGTH}
          optional
          onCancel={stop}
          onRename={async (text) => {
            await onNote(bookmark, text);
            stop();
          }}
        />
      )}
      {doing === "removing" && (
        <Confirmation
          question={words.removeQuestion}
          label={words.remove}
          act={() => onRemove(bookmark)}
          onCancel={stop}
        />
      )}
    </li>
  );
}
