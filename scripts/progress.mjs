/**
 * Shows that something long is under way: seconds that count on a terminal, one plain line elsewhere.
 *
 * @param {string} title
 * @returns {{ end: (result: string) => void }}
 */
export function showProgress(title) {
  const startedAt = performance.now();
  const seconds = () => Math.round((performance.now() - startedAt) / 1000);
  if (!process.stdout.isTTY) {
    process.stdout.write(`${title} …\n`);
    return { end: (result) => void process.stdout.write(`${title}: ${result} in ${seconds()} s.\n`) };
  }
  const draw = () => void process.stdout.write(`\r${title} … ${seconds()} s`);
  draw();
  const timer = setInterval(draw, 1000);
  return {
    end: (result) => {
      clearInterval(timer);
      process.stdout.write(`\r${title}: ${result} in ${seconds()} s.\n`);
    },
  };
}
