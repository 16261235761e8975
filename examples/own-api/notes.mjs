/**
 * In memory, to keep the example small. The key is the reader's id, which only a checked token tells.
 *
 * @type {Map<string, { text: string, at: string }[]>}
 */
const notes = new Map();

/** @param {string} readerId */
export const notesOf = (readerId) => notes.get(readerId) ?? [];

/**
 * @param {string} readerId
 * @param {string} text
 */
export function keepNote(readerId, text) {
  const note = { text, at: new Date().toISOString() };
  notes.set(readerId, [note, ...notesOf(readerId)]);
  return note;
}
