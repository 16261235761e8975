const inBackticks = /`([^`\s]+)`/g;
const looksLikePath = (word: string) =>
  /^[\w.-]+(?:\/[\w.-]+)*(?:\/|\.(?:tsx?|mjs|md|json|css|sql))$/.test(word);

/**
 * Paths in backticks that lead nowhere. A path ends in a slash or in a file's ending, so that `application/json`
 * is none.
 *
 * @param text - Markdown
 * @param exists - whether a path, as written, is there
 */
export const findDeadPaths = (text: string, exists: (path: string) => boolean): string[] =>
  [...text.matchAll(inBackticks)]
    .map(([, word = ""]) => word)
    .filter((word) => looksLikePath(word) && !exists(word));

const linkTarget = /\]\((?!\w+:|#)([^)#\s]+)/g;

/**
 * Links to files that are not there.
 *
 * @param text - Markdown
 * @param exists - whether a path is there, from where the page is
 */
export const findDeadLinks = (text: string, exists: (path: string) => boolean): string[] =>
  [...text.matchAll(linkTarget)].map(([, target = ""]) => target).filter((target) => !exists(target));
