// `npm run guard`: makes `packages/server/dist`, which `@bookplate/server` exports.
import { buildGuard, buildGuardTypes } from "./build-guard.ts";

await buildGuard();
if (!(await buildGuardTypes())) process.exitCode = 1;
