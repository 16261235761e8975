/** The oldest Node that can run the installation; everything after it runs on the Node that npm installs. */
export const oldestNodeMajor = 20;

/**
 * Says in one sentence what is wrong with this Node, or nothing.
 *
 * @param {string} version - as in `process.versions.node`, for example `20.11.1`
 * @returns {string | undefined}
 */
export function describeTooOldNode(version) {
  const major = Number.parseInt(version, 10);
  if (major >= oldestNodeMajor) return undefined;
  return `Bookplate needs Node ${oldestNodeMajor} or newer to install itself, and this is Node ${version}: get a newer one from https://nodejs.org.`;
}

/** Ends the process with one sentence when the Node that runs it is too old. */
export function requireSupportedNode() {
  const problem = describeTooOldNode(process.versions.node);
  if (problem === undefined) return;
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
