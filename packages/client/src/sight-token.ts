import { readCode, type SessionRequests, send, twice } from "./session-requests.ts";

/** Uses a new access token once, so that the server knows that its answer arrived. */
export async function sightToken(
  requests: SessionRequests,
  token: string,
): Promise<"ended" | "seen" | "unreachable"> {
  try {
    const response = await twice(() => send(requests, "GET", "/auth/session", token));
    if (response.status >= 500) return "unreachable";
    return response.status === 401 && (await readCode(response)) === "session-ended" ? "ended" : "seen";
  } catch {
    return "unreachable";
  }
}
