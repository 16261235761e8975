// A thread that hashes passwords, one after the other.
import { getPriority, setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { type HashJob, performHashJob, type VerifyJob } from "./hash-jobs.ts";

/** Where a hash and a request want the same core, the request goes first; a quarter of it is left for hashing. */
const niceness = 5;

// On Linux this speaks of the calling thread alone (setpriority(2)); elsewhere it would be the whole process.
if (process.platform === "linux") setPriority(0, Math.max(getPriority(0), niceness));

parentPort?.on("message", (job: HashJob | VerifyJob) => parentPort?.postMessage(performHashJob(job)));
