/** An event of a stream, as far as answers need it. */
export interface StreamEvent {
  readonly data: string;
  readonly id?: string;
}

/**
 * Reads server-sent events while they arrive, by the line rules of the HTML standard, section 9.2.6
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation). What other fields an
 * event has is passed over.
 *
 * @returns takes the next piece of the stream, cut anywhere, and gives the events that are whole with it
 */
export function createEventReader(): (piece: string) => StreamEvent[] {
  let rest = "";
  let data: string[] = [];
  let id: string | undefined;

  return (piece) => {
    const events: StreamEvent[] = [];
    // Whether a line ends with a carriage return at the end of a piece is known with the next one.
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const [, field, value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
      if (field === "data") data.push(value);
      if (field === "id") id = value;
      if (line !== "") continue;
      if (data.length > 0) events.push({ data: data.join("\n"), ...(id !== undefined && { id }) });
      data = [];
      id = undefined;
    }
    return events;
  };
}
