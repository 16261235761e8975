// `npm run bench -- start`: runs one measurement and prints its table. What was found is in README.md.
const measurements = {
  start: () => import("./start.ts"),
  kill: () => import("./kill.ts"),
  peers: () => import("./peers.ts"),
  growth: () => import("./growth.ts"),
  logins: () => import("./logins.ts"),
  limiter: () => import("./limiter.ts"),
  flood: () => import("./flood.ts"),
  "equal-answers": () => import("./equal-answers.ts"),
  streams: () => import("./streams.ts"),
  "first-byte": () => import("./first-byte.ts"),
  search: () => import("./search.ts"),
  users: () => import("./users.ts"),
  "search-quality": () => import("./search-quality.ts"),
  purge: () => import("./purge.ts"),
  merge: () => import("./merge.ts"),
  claims: () => import("./claims.ts"),
};

const [name = "", ...given] = process.argv.slice(2);
const load = Object.entries(measurements).find(([known]) => known === name)?.[1];
if (load) {
  const { measure } = await load();
  await measure(given);
} else {
  process.stderr.write(`Name a measurement: ${Object.keys(measurements).join(", ")}.\n`);
  process.exitCode = 2;
}
