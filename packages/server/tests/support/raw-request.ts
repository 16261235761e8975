import { connect } from "node:net";

/**
 * Sends header lines as they are, also those that no client would, and another `Host` where they name one.
 *
 * @returns the answer's status, and its head as it came
 */
export function requestRaw(
  url: string,
  request: string,
  headers: readonly string[],
): Promise<{ status: number; head: string }> {
  const { host, hostname, port } = new URL(url);
  const hosts = headers.some((line) => line.startsWith("Host:")) ? [] : [`Host: ${host}`];
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      const lines = [`${request} HTTP/1.1`, ...hosts, ...headers, "Connection: close", "", ""];
      socket.write(lines.join("\r\n"));
    });
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk.toString();
    });
    const answer = () =>
      resolve({ status: Number(text.slice(9, 12)), head: text.split("\r\n\r\n")[0] ?? "" });
    socket.on("close", answer);
    // Refused before everything was written: the answer was read already.
    socket.on("error", (error) => (text === "" ? reject(error) : answer()));
  });
}
