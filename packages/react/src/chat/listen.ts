import type { AnswerEvent } from "./chat-client.ts";
import type { ChatDesk } from "./chat-desk.ts";
import { batchText } from "./text-batches.ts";

export interface Listening {
  readonly signal: AbortSignal;
  /** UTF-16 units of the answer that are on the screen already, where a stream begins from the start. */
  readonly known?: number;
  /** Question and answer are stored. */
  readonly onStarted?: (messageId: string) => void;
}

/**
 * Brings an answer to the screen as it comes.
 *
 * @returns whether it came to its end; a stream that ends earlier was cut
 * @throws whatever the stream throws
 */
export async function listen(
  desk: ChatDesk,
  events: AsyncIterable<AnswerEvent>,
  { signal, known = 0, onStarted }: Listening,
): Promise<boolean> {
  const text = batchText((delta) => signal.aborted || desk.dispatch({ type: "text", delta }));
  let skip = known;
  let ended = false;
  try {
    for await (const event of events) {
      if (signal.aborted) return true;
      if (event.type === "text") {
        const delta = event.delta.slice(skip);
        skip -= event.delta.length - delta.length;
        if (delta !== "") text.add(delta);
        continue;
      }
      text.flush();
      if (event.type === "started") onStarted?.(event.messageId);
      else if (event.type === "source") desk.dispatch({ type: "source", source: event.source });
      else {
        desk.dispatch({ type: event.type });
        ended = true;
      }
    }
  } finally {
    text.flush();
  }
  return ended;
}
