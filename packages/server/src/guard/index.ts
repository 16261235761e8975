// The guard of Bookplate's own routes, for the routes of other services. See docs/decisions/045-the-guard-for-authors.md.
export type { Permission } from "../roles/permissions.ts";
export type { ConfiguredRole, Role } from "../roles/roles.ts";
export type { Principal } from "../sessions/principal.ts";
export type { GuardEnv, HonoMiddleware } from "./for-hono.ts";
export type { NodeHandler, NodeRequest } from "./for-node.ts";
export { type Admission, createGuard, type Guard } from "./guard.ts";
export type { GuardLimit, GuardLog, GuardOptions, Refusal, Requirement } from "./options.ts";
export type { AnyRequest } from "./request.ts";
