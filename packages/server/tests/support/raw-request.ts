import { connect } from "node:net";

/** Sends header lines as they are, also those that no client would; returns the status of the answer. */
export function requestRaw(url: string, request: string, headers: readonly string[]): Promise<number> {
  const { host, hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      const lines = [`${request} HTTP/1.1`, `Host: ${host}`, ...headers, "Connection: close", "", ""];
      socket.write(lines.join("\r\n"));
    });
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk.toString();
    });
    socket.on("end", () => resolve(Number(text.slice(9, 12))));
    socket.on("error", reject);
  });
}
