/** Milliseconds that arriving text is gathered: Markdown is rendered so often at most. */
const BATCH = 50;

/** Text on its way to the screen, a few times a second instead of with every word. */
export interface TextBatches {
  add(delta: string): void;
  flush(): void;
}

/** @param show - receives the gathered text, in order, never empty */
export function batchText(show: (text: string) => void): TextBatches {
  let gathered = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (gathered === "") return;
    const text = gathered;
    gathered = "";
    show(text);
  };
  return {
    add(delta) {
      gathered += delta;
      timer ??= setTimeout(flush, BATCH);
    },
    flush,
  };
}
