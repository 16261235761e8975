/** A reader who falls behind by more than this is let go and reads the stored answer later. */
const maxQueuedBytes = 1024 * 1024;

/** Server-sent events to one reader, who may be slow or gone without the writer noticing. */
export interface EventStream {
  readonly readable: ReadableStream<Uint8Array>;
  send(part: unknown): void;
  /** Keeps proxies from closing a connection on which nothing happens. */
  keepAlive(): void;
  end(): void;
}

export function createEventStream(): EventStream {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const readable = new ReadableStream<Uint8Array>(
    {
      start: (created) => {
        controller = created;
      },
      cancel: () => {
        controller = undefined;
      },
    },
    { highWaterMark: maxQueuedBytes, size: (bytes) => bytes?.byteLength ?? 0 },
  );
  const write = (text: string) => {
    if (!controller) return;
    if ((controller.desiredSize ?? 0) <= 0) {
      controller.error(new Error("The reader does not read."));
      controller = undefined;
      return;
    }
    controller.enqueue(encoder.encode(text));
  };
  return {
    readable,
    send: (part) => write(`data: ${JSON.stringify(part)}\n\n`),
    keepAlive: () => write(": waiting\n\n"),
    end: () => {
      write("data: [DONE]\n\n");
      controller?.close();
      controller = undefined;
    },
  };
}
