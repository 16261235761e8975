import type { Client } from "@bookplate/client";
import type { NotesApi } from "./notes.ts";

/** `client.fetch` is `fetch` with the reader's token. Like `fetch`, it leaves the status to you. */
export function createFetchNotes(client: Client): NotesApi {
  async function call(init?: RequestInit) {
    const response = await client.fetch("/notes", init);
    if (!response.ok) throw new Error(`The notes answered ${response.status}.`);
    return response.json();
  }
  return {
    list: () => call(),
    add: (text) =>
      call({
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ text }),
      }),
  };
}
