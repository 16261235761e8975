/** A page of the book in one of its editions: a language and a version of one of its docs sections. */
export interface BookPageTable {
  id: string;
  /** Path in the built book. */
  permalink: string;
  /** Markdown file, relative to the book's directory. */
  source: string;
  /** SHA-256 of everything that the passages are made from, so that an unchanged page is left alone. */
  hash: string;
  title: string;
  /** The site's language in which the page is read; a page without translation has another one's text. */
  locale: string;
  /** Id of the docs plugin. */
  section: string;
  version: string;
  /** The version that readers get who ask for none. */
  latest: boolean;
  /** Text search configuration of the text's language. */
  configuration: string;
}

export interface PassageTable {
  id: string;
  pageId: string;
  /** Place within the page, from 0. */
  position: number;
  /** Path with the heading's anchor, as the built book has it. */
  url: string;
  heading: string;
  text: string;
  /** Weights: A the heading, B the page and the headings above, C the text, D what the page says of itself. */
  search: string;
}

/** In how many passages a stem is. Kept with the passages, because counting takes too long for a search. */
export interface BookLexemeTable {
  configuration: string;
  lexeme: string;
  passages: number;
}

/** Words as they are written, for those that a reader misspells. Words that have left the book may stay. */
export interface BookWordTable {
  configuration: string;
  word: string;
  lexeme: string;
}
