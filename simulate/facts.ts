/** What a run has counted. */
export function createFacts() {
  return {
    readers: 0,
    tabs: 0,
    refreshes: 0,
    requests: 0,
    lostRequests: 0,
    /** Requests of readers in a tunnel. */
    cutOff: 0,
    lostAnswers: 0,
    lostRenewals: 0,
    lateCookies: 0,
    restarts: 0,
    crashes: 0,
    failovers: 0,
    recoveries: 0,
    fastForwards: 0,
    signIns: 0,
    endedInTime: 0,
    /** One sentence each, and what became of the refreshes before. */
    falseLogouts: [] as string[],
  };
}

export type Facts = ReturnType<typeof createFacts>;
