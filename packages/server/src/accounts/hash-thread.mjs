// Starts a thread that hashes. Plain JavaScript: with what the main thread has compiled before, no thread has to load
// the program that turns TypeScript into JavaScript, which is larger than everything else here.
import { enableCompileCache, flushCompileCache } from "node:module";
import { workerData } from "node:worker_threads";

if (workerData.compiled !== undefined) enableCompileCache(workerData.compiled);
await import("./hash-worker.ts");
flushCompileCache();
