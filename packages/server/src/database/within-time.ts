/** The database has not answered in time: the connection may be half open, which nobody is told. */
export class DatabaseSilentError extends Error {
  constructor(limitMs: number) {
    super(`The database has not answered for ${limitMs} ms.`);
    this.name = "DatabaseSilentError";
  }
}

/**
 * What the work brings, if it does so in time. The work is not ended by that: whoever holds a connection
 * gives it up.
 *
 * @throws {DatabaseSilentError}
 */
export async function withinTime<T>(work: Promise<T>, limitMs: number): Promise<T> {
  const { promise: silence, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new DatabaseSilentError(limitMs)), limitMs);
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}
