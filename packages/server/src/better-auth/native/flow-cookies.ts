/** The only cookie of Better Auth that comes in or goes out: it ties a passkey's challenge to its browser. */
export const challengeCookie = "passkey-challenge";
export const cookiePrefix = "bookplate-native";

const isFlowCookie = (name: string) =>
  name.replace(/^__Secure-/, "") === `${cookiePrefix}.${challengeCookie}`;

/** @param header - `Cookie`, as it came */
export function keepFlowCookies(header: string | undefined): string | undefined {
  const pairs = (header ?? "").split("; ").filter((pair) => isFlowCookie(pair.slice(0, pair.indexOf("="))));
  return pairs.length > 0 ? pairs.join("; ") : undefined;
}

/** @returns the lines of `Set-Cookie` that may leave */
export function listFlowCookies(headers: Headers): string[] {
  return headers.getSetCookie().filter((line) => isFlowCookie(line.slice(0, line.indexOf("="))));
}
