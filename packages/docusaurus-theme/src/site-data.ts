/** What the built book carries for the browser. Public: every reader receives it. */
export interface SiteData {
  readonly apiUrl: string;
  readonly suggestions: readonly string[];
  readonly chat: boolean;
  readonly passwordMinimum: number;
  readonly mailbox: string | null;
  /** Prefix of everything this book keeps in the browser; two books on one origin stay apart by it. */
  readonly storageKey: string;
}
