// Loaded before a server (`node --import`): says how long its event loop stood still, to whoever connects to the port
// in LOOP_DELAY_PORT, and counts anew from then on.
import { createServer } from "node:net";
import { monitorEventLoopDelay } from "node:perf_hooks";

const resolutionMs = 1;
const delay = monitorEventLoopDelay({ resolution: resolutionMs });
delay.enable();

createServer((socket) => {
  // The histogram holds the time between two looks, which by themselves are a millisecond apart.
  const stallMs = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolutionMs);
  socket.on("error", () => {});
  socket.end(JSON.stringify({ longestMs: stallMs(delay.max), p99Ms: stallMs(delay.percentile(99)) }));
  delay.reset();
})
  .listen(Number(process.env.LOOP_DELAY_PORT), "127.0.0.1")
  .unref();
