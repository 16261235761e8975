// What a reader of an answer sees, over a raw socket, and when.
import { connect } from "node:net";

/** Milliseconds from the question on its way to ... */
export interface StreamTimes {
  /** The first byte of the answer's stream: the question is stored. */
  readonly firstByteMs: number;
  /** The first words. */
  readonly firstTextMs: number;
  readonly endMs: number;
}

/** @param begun - called with the first words, while the answer is being written */
export function readStream(
  port: number,
  { conversation, token, question }: { conversation: string; token: string; question: string },
  begun: () => void = () => {},
): Promise<StreamTimes> {
  const body = JSON.stringify({ content: question });
  const text =
    `POST /api/v1/conversations/${conversation}/messages HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: close\r\n` +
    `authorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  return new Promise((resolve, reject) => {
    let received = "";
    let askedAt = 0;
    let firstByteMs = 0;
    let firstTextMs = 0;
    const socket = connect({ port, host: "127.0.0.1", noDelay: true }).setEncoding("utf8");
    socket.once("connect", () => {
      askedAt = performance.now();
      socket.write(text);
    });
    socket.on("data", (chunk) => {
      const now = performance.now() - askedAt;
      received += chunk;
      if (firstByteMs === 0 && received.includes("data: {")) firstByteMs = now;
      if (firstTextMs === 0 && received.includes('"text-delta"')) {
        firstTextMs = now;
        begun();
      }
    });
    socket.once("error", reject);
    socket.once("close", () => {
      if (received.includes("data: [DONE]"))
        resolve({ firstByteMs, firstTextMs, endMs: performance.now() - askedAt });
      else reject(new Error(`The stream broke off:\n${received.slice(0, 400)}`));
    });
  });
}

/** A guest with a conversation, as often as wanted. */
export async function openConversation(port: number): Promise<{ token: string; conversation: string }> {
  const post = async (path: string, token?: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: "{}",
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as { accessToken: string; id: string };
  };
  const { accessToken: token } = await post("/auth/guest");
  const { id: conversation } = await post("/conversations", token);
  return { token, conversation };
}

export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN;
}
