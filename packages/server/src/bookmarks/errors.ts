import { DomainError } from "../domain-error.ts";

/** Somebody else's bookmark does not exist for you: the same words for both. */
export class BookmarkNotFoundError extends DomainError {
  constructor() {
    super("not-found", "There is no such bookmark.");
  }
}

export class TooManyBookmarksError extends DomainError {
  constructor(most: number) {
    super("too-many-bookmarks", `A reader keeps ${most} bookmarks at the most.`);
  }
}
