/** Reads server-sent events one after the other, while they come. */
export interface EventReader {
  /** Everything so far. */
  text(): string;
  /** Reads on until what has come contains this. */
  until(wanted: string): Promise<string>;
  /** Reads to the end; rejects where the stream breaks off. */
  rest(): Promise<string>;
  leave(): Promise<void>;
}

export function readEvents(answer: Response): EventReader {
  if (!answer.body) throw new Error("The answer has no body.");
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const more = async () => {
    const { done, value } = await reader.read();
    text += value ?? "";
    return !done;
  };
  return {
    text: () => text,
    until: async (wanted) => {
      while (!text.includes(wanted)) {
        if (!(await more())) throw new Error(`The stream ended without ${wanted}: ${text}`);
      }
      return text;
    },
    rest: async () => {
      while (await more());
      return text;
    },
    leave: () => reader.cancel(),
  };
}

/** The id of an answer, as its stream says it first. */
export function answerIdOf(text: string): string {
  return /"messageId":"([^"]+)"/.exec(text)?.[1] ?? "";
}

/** The last event id that has come. */
export function lastEventIdOf(text: string): string | undefined {
  return [...text.matchAll(/^id: (.+)$/gm)].at(-1)?.[1];
}
