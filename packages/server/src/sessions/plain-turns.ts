import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { joinStatements } from "../database/joined-statements.ts";
import type { GrantedSession, GrantRow } from "./queries.ts";
import type { RefreshClaim } from "./refresh-tokens.ts";
import * as turns from "./turn-queries.ts";

/** While one is worked on, the next gathers all that come: fewer statements, fewer commits, less work for each turn. */
const statementsAtOnce = 1;

/** The first row of the refresh table: the current token, old enough to be replaced. */
export function createPlainTurns(deps: {
  readonly database: Database;
  readonly clock: Clock;
  readonly graceMs: number;
  readonly idleMs: number;
  readonly guestIdleMs: number;
}) {
  const { database, clock, graceMs } = deps;

  function timesOf(now: Date): turns.TurnTimes {
    return {
      mintedBefore: new Date(now.getTime() - 2 * graceMs),
      now,
      idleUntil: new Date(now.getTime() + deps.idleMs),
      guestIdleUntil: new Date(now.getTime() + deps.guestIdleMs),
    };
  }

  const advanceTogether = joinStatements(
    async (names) => {
      const claims = names.map(claimNamed);
      const rows = await turns.advanceRefreshCounters(database, {
        sessionIds: claims.map(({ sessionId }) => sessionId),
        counters: claims.map(({ counter }) => counter),
        ...timesOf(clock.now()),
      });
      return new Map(
        rows.map((row) => [nameOf({ sessionId: row.sessionId, counter: row.refreshCounter - 1 }), row]),
      );
    },
    { atOnce: statementsAtOnce },
  );

  return {
    /** @returns `undefined` where something else is the case; then nothing was changed */
    async make(claim: RefreshClaim, now: Date): Promise<GrantedSession | undefined> {
      const { sessionId, counter } = claim;
      const row = await turns.advanceRefreshCounter(database, { sessionId, counter, ...timesOf(now) });
      return row && atNextTurn(row, claim);
    },

    /** The same for many sessions at once. One that somebody else is changing right now is left as it is. */
    async makeTogether(claim: RefreshClaim): Promise<GrantedSession | undefined> {
      const row = await advanceTogether(nameOf(claim));
      return row && atNextTurn(row, claim);
    },
  };
}

const nameOf = ({ sessionId, counter }: RefreshClaim) => `${sessionId} ${counter}`;

function claimNamed(name: string): RefreshClaim {
  const [sessionId = "", counter] = name.split(" ");
  return { sessionId, counter: Number(counter) };
}

function atNextTurn(row: GrantRow, claim: RefreshClaim): GrantedSession {
  const { sessionId, counter, keyThumbprint } = claim;
  return { ...row, sessionId, refreshCounter: counter + 1, dpopThumbprint: keyThumbprint ?? null };
}
