export interface PassageTable {
  id: string;
  /** Markdown file, relative to the book's directory. */
  source: string;
  /** Place within the file, from 0. */
  position: number;
  /** Path with the heading's anchor, as the built book has it. */
  url: string;
  pageTitle: string;
  heading: string;
  text: string;
  /** SHA-256 of the file and its place in the book, so that an unchanged one is left alone. */
  sourceHash: string;
  search: string;
}
