import type { Client } from "@bookplate/client";
import { attachAxios } from "@bookplate/client/axios";
import axios from "axios";
import type { Note, NotesApi } from "./notes.ts";

/** An axios instance with the reader's token. */
export function createAxiosNotes(client: Client): NotesApi {
  const http = axios.create();
  attachAxios(http, client);
  return {
    list: async () => (await http.get<Note[]>("/notes")).data,
    add: async (text) => (await http.post<Note>("/notes", { text })).data,
  };
}
