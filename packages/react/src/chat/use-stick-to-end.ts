import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";

/** Pixels from the end that still count as "at the end". */
const NEAR = 48;

export interface StickToEnd {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Whether text has come in below what the reader is looking at. */
  readonly hasNewText: boolean;
  readonly onScroll: () => void;
  readonly goToEnd: () => void;
}

/**
 * Follows growing content, but only while the reader is at its end: whoever scrolled up to read stays there.
 *
 * @param content - changes whenever there is more to see
 * @param phase - changes when something else appears at the end
 * @param jump - changes when the reader did something that belongs at the end, such as asking
 */
export function useStickToEnd(content: unknown, phase: unknown, jump: unknown): StickToEnd {
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const lastJump = useRef<unknown>(undefined);
  const [hasNewText, setNewText] = useState(false);

  const goToEnd = useCallback(() => {
    atEnd.current = true;
    setNewText(false);
    if (scroller.current !== null) scroller.current.scrollTop = scroller.current.scrollHeight;
  }, []);

  const onScroll = useCallback(() => {
    const box = scroller.current;
    if (box === null) return;
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    if (atEnd.current) setNewText(false);
  }, []);

  useLayoutEffect(() => {
    // What scrolls must be reachable by keyboard.
    if (scroller.current !== null) scroller.current.tabIndex = 0;
  }, []);

  useLayoutEffect(() => {
    void content;
    void phase;
    if (atEnd.current || lastJump.current !== jump) goToEnd();
    else setNewText(true);
    lastJump.current = jump;
  }, [content, phase, jump, goToEnd]);

  return { scroller, hasNewText, onScroll, goToEnd };
}
