export interface BookmarkTable {
  id: string;
  ownerId: string;
  /** Path of a page of the book, as in `/how-sessions-work`. */
  page: string;
  /** Id of a heading on it; `null` for the whole page. Unique together with the page and the owner. */
  anchor: string | null;
  note: string | null;
  createdAt: Date;
}
