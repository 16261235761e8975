/** A place in the book that an answer rests on. */
export interface Source {
  readonly title: string;
  /** Path with the heading's anchor, on the book's origin. */
  readonly url: string;
  readonly quote: string;
}
