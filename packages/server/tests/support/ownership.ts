/** A reader of the property test: a guest or an account, as the test knows them. */
export interface Reader {
  readonly userId: string;
  /** The newest token; dead or alive. */
  accessToken: string;
}

interface Kept {
  readonly by: string;
  readonly id: string;
}

/** What one run of requests left behind, as the database says. */
export interface Stored {
  readonly conversations: readonly { id: string; ownerId: string }[];
  readonly messages: readonly { id: string; conversationId: string; role: string }[];
  readonly bookmarks: readonly { page: string; ownerId: string }[];
}

/**
 * Whom everything belongs to, judged by nothing but the answers that readers got: an answer that was given is a
 * promise, whatever ran beside it.
 */
export class Ownership {
  readonly #conversations: Kept[] = [];
  readonly #deleted = new Set<string>();
  readonly #answers: (Kept & { conversationId: string })[] = [];
  readonly #bookmarks: { by: string; page: string }[] = [];
  /** Guest → the account that it was merged into. */
  readonly #merged = new Map<string, string>();
  readonly #promoted = new Set<string>();
  readonly #gone = new Set<string>();
  readonly #asked: { by: string; answered: boolean }[] = [];

  get conversations(): readonly string[] {
    return this.#conversations.map(({ id }) => id);
  }

  begun(by: string, id: string): void {
    this.#conversations.push({ by, id });
  }

  deleted(id: string): void {
    this.#deleted.add(id);
  }

  /** A question was taken. @param answerId - of the answer, if it came to its end */
  asked(by: string, conversationId: string, answerId: string | undefined): void {
    this.#asked.push({ by, answered: answerId !== undefined });
    if (answerId !== undefined) this.#answers.push({ by, conversationId, id: answerId });
  }

  bookmarked(by: string, page: string): void {
    this.#bookmarks.push({ by, page });
  }

  merged(guestId: string, accountId: string): void {
    const before = this.#merged.get(guestId);
    if (before !== undefined && before !== accountId)
      throw new Error("One guest was merged into two accounts.");
    if (this.#promoted.has(guestId)) throw new Error("A guest that is an account was merged.");
    this.#merged.set(guestId, accountId);
  }

  promoted(guestId: string): void {
    if (this.#merged.has(guestId)) throw new Error("A guest was promoted whose things are an account's.");
    this.#promoted.add(guestId);
  }

  left(userId: string): void {
    this.#gone.add(userId);
  }

  isMerged(guestId: string): boolean {
    return this.#merged.has(guestId);
  }

  hasLeft(userId: string): boolean {
    return this.#gone.has(userId);
  }

  ownerOf(userId: string): string {
    return this.#merged.get(userId) ?? userId;
  }

  /** What has to be in the database now: this, once, and nothing else. */
  expected(): Stored {
    const stays = (by: string) => !this.#gone.has(this.ownerOf(by));
    const conversations = this.#conversations
      .filter(({ id, by }) => !this.#deleted.has(id) && stays(by))
      .map(({ id, by }) => ({ id, ownerId: this.ownerOf(by) }));
    const owners = new Map(conversations.map(({ id, ownerId }) => [id, ownerId]));
    for (const { by, conversationId } of this.#answers) {
      const owner = owners.get(conversationId);
      if (owner !== undefined && owner !== this.ownerOf(by))
        throw new Error("A stranger's question was answered.");
    }
    const messages = this.#answers
      .filter(({ conversationId }) => owners.has(conversationId))
      .map(({ id, conversationId }) => ({ id, conversationId, role: "assistant" }));
    const places = this.#bookmarks
      .filter(({ by }) => stays(by))
      .map(({ by, page }) => ({ page, ownerId: this.ownerOf(by) }));
    const bookmarks = [...new Map(places.map((place) => [`${place.ownerId} ${place.page}`, place])).values()];
    return { conversations, messages, bookmarks };
  }

  /** How many questions count for this reader: a merge adds the guest's; one that got no answer may be given back. */
  questionsOf(userId: string): { least: number; most: number } {
    const own = this.#asked.filter(({ by }) => this.ownerOf(by) === userId);
    return { least: own.filter(({ answered }) => answered).length, most: own.length };
  }
}
