import { useEffect, useRef, useState } from "react";

/** Something that is done in the place of its opener, which gets the focus back once it has ended. */
export interface ReturningFocus<Act> {
  readonly doing: Act | null;
  readonly begin: (act: Act, opener: HTMLElement) => void;
  readonly stop: () => void;
  /** Stops where the opener has gone with what was done; the focus goes elsewhere. */
  readonly stopAt: (element: HTMLElement | null) => void;
}

export function useReturningFocus<Act>(): ReturningFocus<Act> {
  const [doing, setDoing] = useState<Act | null>(null);
  const opener = useRef<HTMLElement>(null);
  // The opener is back on the screen only after what took its place has gone.
  useEffect(() => {
    if (doing !== null) return;
    opener.current?.focus();
    opener.current = null;
  }, [doing]);
  return {
    doing,
    begin(act, by) {
      opener.current = by;
      setDoing(act);
    },
    stop: () => setDoing(null),
    stopAt(element) {
      opener.current = element;
      setDoing(null);
    },
  };
}
