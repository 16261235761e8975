import type { Client } from "@bookplate/client";
import { createAxiosNotes } from "./notes-by-axios.ts";
import { createFetchNotes } from "./notes-by-fetch.ts";

export interface Note {
  readonly id: number;
  readonly text: string;
}

/** The service in `notes-api/`, as the page sees it. */
export interface NotesApi {
  readonly list: () => Promise<Note[]>;
  readonly add: (text: string) => Promise<Note>;
}

/** The two ways to call it; a project of your own needs one. */
export type Way = "fetch" | "axios";

export const connectNotes = (way: Way, client: Client): NotesApi =>
  way === "axios" ? createAxiosNotes(client) : createFetchNotes(client);
