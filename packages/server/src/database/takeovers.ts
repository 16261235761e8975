/**
 * Notices that a server answers which is not the one that answered before: a replica that took over, or the same server
 * started anew. It may lack what was committed last, and nothing in it says so.
 */
export function createTakeovers() {
  const known = new Set<string>();
  const listeners: (() => void)[] = [];
  return {
    /** Told before the first statement that a connection to the new server was opened for. */
    onTakeover: (listener: () => void): void => void listeners.push(listener),

    /** @param server - something that no other server has, on each new connection */
    see(server: string): void {
      // Between servers that are known already connections may go back and forth; none of them has just taken over.
      if (known.has(server)) return;
      known.add(server);
      if (known.size > 1) for (const tell of listeners) tell();
    },
  };
}
