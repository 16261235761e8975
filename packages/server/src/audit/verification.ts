// Whether the chain holds, told link by link: a million events are read in batches, and a wrong one is named
// without ending the walk.
import type { Database } from "../database/database.ts";
import * as queries from "./chain-queries.ts";
import { digestFacts, digestOrigin, firstHash, hashLink, type Link, toHex } from "./digests.ts";

/** Links of one query. */
const batchSize = 1_000;
/** A report is read by a person; the rest is counted. */
const maxReported = 100;

const auditFaults = ["changed", "unlinked", "missing", "erased", "head"] as const;

/**
 * `changed`: the event does not say any more what it said. `unlinked`: it, or its place in the chain, was replaced,
 * or the one before it. `missing`: events up to the one before `position` are not there. `erased`: it is empty, and no
 * account was deleted that it belonged to. `head`: the chain has not at this place what was noted there.
 */
export type AuditFault = (typeof auditFaults)[number];

export interface FoundFault {
  readonly fault: AuditFault;
  readonly position: number;
  readonly eventId: string | null;
}

/** A place in the chain. */
export interface ChainPlace {
  readonly position: number;
  /** 64 hexadecimal digits. */
  readonly hash: string;
}

export interface AuditReport {
  readonly events: number;
  /** Of those, how many were emptied with an account that was deleted. */
  readonly erased: number;
  /** Events that wait for the chain, and since when; ISO 8601. */
  readonly unchained: number;
  readonly oldestUnchained: string | null;
  /** Everything up to here was removed at the end of its time; `null`: nothing was. */
  readonly cut: ChainPlace | null;
  readonly head: ChainPlace | null;
  /** What became of the place that was noted; `cut-off`: it is older than what is kept, and tells nothing. */
  readonly noted: "there" | "absent" | "cut-off" | null;
  /** The first hundred. */
  readonly faults: readonly FoundFault[];
  readonly faultCount: number;
}

/** @param noted - a head of an earlier time, kept elsewhere: it must still be in the chain */
export async function verifyChain(database: Database, noted?: ChainPlace): Promise<AuditReport> {
  const faults: FoundFault[] = [];
  let faultCount = 0;
  const report = (fault: AuditFault, position: number, eventId: string | null = null) => {
    faultCount += 1;
    if (faults.length < maxReported) faults.push({ fault, position, eventId });
  };
  let events = 0;
  let erased = 0;
  let cut = null as ChainPlace | null;
  let head = null as ChainPlace | null;
  let notedIsThere = noted === undefined;
  let previous: { position: number; hash: Uint8Array } = { position: 0, hash: firstHash };

  for (let read = batchSize; read === batchSize; ) {
    const links = await queries.listLinks(database, { after: previous.position, limit: batchSize });
    read = links.length;
    for (const row of links) {
      const link = readLink(row);
      const { position, id, hash } = link;
      const place = { position, hash: toHex(hash) };
      const follows = position === previous.position + 1;
      // The chain begins where it was cut: also when that happens while it is being read.
      const startsHere = !follows && isSame(await queries.findCut(database), place);
      if (startsHere) cut = place;
      else if (!follows) report("missing", position);
      // What hung on a missing link cannot be told; the next ones can.
      if (follows && !hashLink(previous.hash, link).equals(hash)) report("unlinked", position, id);
      const state = stateOf(row);
      if (state === "changed") report("changed", position, id);
      if (state === "unaccounted") report("erased", position, id);
      if (row.erasedWith !== null) erased += 1;
      if (noted?.position === position) notedIsThere = isSame(noted, place);
      events += 1;
      previous = { position, hash };
      head = place;
    }
  }
  const isCutOff = noted !== undefined && cut !== null && noted.position < cut.position;
  if (noted && !notedIsThere && !isCutOff) report("head", noted.position);
  for (const { position, id } of await queries.findUnaccounted(database, maxReported))
    report("erased", position, id);
  const { count, oldest } = await queries.countUnchained(database);
  return {
    events,
    erased,
    unchained: count,
    oldestUnchained: oldest?.toISOString() ?? null,
    cut,
    head,
    noted: noted === undefined ? null : isCutOff ? "cut-off" : notedIsThere ? "there" : "absent",
    faults: faults.toSorted((one, other) => one.position - other.position),
    faultCount,
  };
}

const isSame = (one: ChainPlace | undefined, other: ChainPlace): boolean =>
  one?.position === other.position && one.hash === other.hash;

function readLink(row: queries.StoredLink): Link & { readonly hash: Uint8Array } {
  const { factsDigest, originDigest, hash } = row;
  // The table's own rule: a position comes with all of them.
  if (!factsDigest || !originDigest || !hash) throw new Error(`Event ${row.id} has a place and no hash.`);
  return { ...row, position: Number(row.position), factsDigest, originDigest, hash };
}

/** A part without its salt must be empty, and an event must say with which other one it was emptied. */
function stateOf(row: queries.StoredLink): "whole" | "changed" | "unaccounted" {
  const { factsSalt, factsDigest, originSalt, originDigest } = row;
  const factsHold = factsSalt
    ? factsDigest && digestFacts(factsSalt, row).equals(factsDigest)
    : hasNoFacts(row);
  const originHolds = originSalt
    ? originDigest && digestOrigin(originSalt, row).equals(originDigest)
    : hasNoOrigin(row);
  if (!factsHold || !originHolds) return "changed";
  return (factsSalt && originSalt) || row.erasedWith !== null ? "whole" : "unaccounted";
}

const hasNoFacts = ({ userId, reason, before, after, detail }: queries.StoredLink): boolean =>
  [userId, reason, before, after].every((value) => value === null) && Object.keys(detail).length === 0;

const hasNoOrigin = ({ sessionId, ipAddress, userAgent }: queries.StoredLink): boolean =>
  [sessionId, ipAddress, userAgent].every((value) => value === null);
