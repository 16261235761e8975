import type { SessionGrant } from "../../sessions/service.ts";

/** Where Better Auth's clients look for a new token: its bearer plugin names the header so. */
export const accessTokenHeader = "set-auth-token";
const refreshTokenHeader = "set-refresh-token";

/** A native client keeps both tokens itself; in headers, one place of an app reads them for every call. */
export function tokenHeaders({ accessToken, refreshToken }: SessionGrant): Record<string, string> {
  return { [accessTokenHeader]: accessToken.token, [refreshTokenHeader]: refreshToken };
}
