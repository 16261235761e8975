import { FailureBox } from "../forms/FormBox.tsx";
import { useAccountWords } from "./account-words.tsx";
import type { List } from "./use-list.ts";

interface ListEndProps {
  readonly list: Pick<List<never>, "reading" | "failure" | "hasMore" | "readAnew" | "readMore">;
  /** How many are shown. */
  readonly count: number;
  /** What is said where there is nothing. */
  readonly empty: string;
}

/** What stands under a list: that it is being read, that there is more, that it could not be read, that it is empty. */
export function ListEnd({ list, count, empty }: ListEndProps) {
  const { account: words } = useAccountWords();
  const { reading, failure, hasMore, readAnew, readMore } = list;
  const again = count === 0 ? readAnew : readMore;
  return (
    <>
      {reading && count === 0 && (
        <p className="bp-quiet bp-waiting" role="status">
          {words.reading}
        </p>
      )}
      {!reading && failure === "" && count === 0 && <p className="bp-quiet">{empty}</p>}
      <FailureBox text={failure}>
        <button type="button" className="bp-link" onClick={() => void again()}>
          {words.tryAgain}
        </button>
      </FailureBox>
      {hasMore && failure === "" && (
        <button
          type="button"
          className="bp-button bp-button-quiet bp-more"
          aria-busy={reading}
          onClick={() => {
            if (!reading) void readMore();
          }}
        >
          {reading ? words.reading : words.showMore}
        </button>
      )}
    </>
  );
}
