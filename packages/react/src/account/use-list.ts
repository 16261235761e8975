import type { ListQuery, Page } from "@bookplate/client";
import { useCallback, useEffect, useRef, useState } from "react";
import { useFailureText } from "../words/use-failure-text.ts";

/** A list that is read page by page. */
export interface List<Item> {
  readonly items: readonly Item[];
  readonly reading: boolean;
  /** What went wrong with the last reading; empty where nothing did. */
  readonly failure: string;
  readonly hasMore: boolean;
  readonly readAnew: () => Promise<void>;
  readonly readMore: () => Promise<void>;
  /** Shows what the server has already accepted. */
  readonly change: (change: (items: readonly Item[]) => readonly Item[]) => void;
}

/** @param read - another function reads the list anew */
export function useList<Item extends { readonly id: string }>(
  read: (query: ListQuery) => Promise<Page<Item>>,
): List<Item> {
  const failureText = useFailureText();
  const [items, setItems] = useState<readonly Item[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [reading, setReading] = useState(true);
  const [failure, setFailure] = useState("");
  // Of two readings the later one is shown, whichever answers first.
  const readings = useRef(0);

  const readFrom = useCallback(
    async (cursor: string | null) => {
      const reading = ++readings.current;
      setReading(true);
      setFailure("");
      try {
        const page = await read(cursor === null ? {} : { cursor });
        if (reading !== readings.current) return;
        const fresh = new Set(page.items.map(({ id }) => id));
        // What was used meanwhile moves to another page, and must not stand on both.
        setItems((before) =>
          cursor === null ? page.items : [...before.filter(({ id }) => !fresh.has(id)), ...page.items],
        );
        setNext(page.nextCursor);
      } catch (error) {
        if (reading !== readings.current) return;
        setFailure(failureText(error));
      }
      setReading(false);
    },
    [read, failureText],
  );
  useEffect(() => void readFrom(null), [readFrom]);

  return {
    items,
    reading,
    failure,
    hasMore: next !== null,
    readAnew: () => readFrom(null),
    readMore: () => readFrom(next),
    change: setItems,
  };
}
