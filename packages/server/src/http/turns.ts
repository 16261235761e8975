/**
 * In each turn of the event loop one of them begins; the others wait for the next turns, in their order. Hundreds that
 * come at once do not keep the loop from everybody else, who is served in between.
 */
export function createTurns(): (begin: () => void) => void {
  const waiting: (() => void)[] = [];
  let taken = false;

  function nextTurn(): void {
    const begin = waiting.shift();
    taken = begin !== undefined;
    if (!begin) return;
    setImmediate(nextTurn);
    begin();
  }

  return (begin) => {
    if (taken) {
      waiting.push(begin);
      return;
    }
    taken = true;
    setImmediate(nextTurn);
    begin();
  };
}
