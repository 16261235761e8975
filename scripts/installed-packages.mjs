/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lockfile
 */

/**
 * Names the first package that the lockfile wants and `node_modules` lacks or has in another version.
 *
 * npm writes `node_modules/.package-lock.json` as the last act of an installation, so an interrupted one leaves
 * no such file and is repeated. Optional packages may be absent: they belong to other platforms.
 *
 * @param {Lockfile} wanted - package-lock.json
 * @param {Lockfile} installed - node_modules/.package-lock.json
 * @returns {string | undefined} the package's folder, or undefined when everything is there
 */
export function findMissingPackage(wanted, installed) {
  for (const [folder, locked] of Object.entries(wanted.packages)) {
    if (!folder.startsWith("node_modules/") && !folder.includes("/node_modules/")) continue;
    const present = installed.packages[folder];
    if (present === undefined) {
      if (locked.optional) continue;
      return folder;
    }
    if (present.version !== locked.version || present.integrity !== locked.integrity) return folder;
  }
  return undefined;
}
