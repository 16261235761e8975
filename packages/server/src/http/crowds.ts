import type { PolicyName } from "../limits/policies.ts";
import { apiBase } from "./openapi-operations.ts";

/**
 * What a flood of strangers can ask for, and where each request costs a password's hash; with the limit that holds for
 * all of them together.
 */
export const askedByCrowds: ReadonlyMap<string, PolicyName> = new Map([
  [`${apiBase}/auth/login`, "login-server"],
  [`${apiBase}/auth/register`, "register-server"],
  ["/api/auth/sign-in/email", "login-server"],
  ["/api/auth/sign-up/email", "register-server"],
]);
