import { expect } from "vitest";
import type { SessionAnswer } from "../../src/sessions/schemas.ts";
import type { Answer } from "./browser.ts";
import type { alice } from "./people.ts";
import type { TestServer } from "./server.ts";

/** Past the time in which a refresh token is young, in milliseconds. */
const noLongerYoung = 61_000;

/** What somebody's app does that keeps its refresh tokens itself. */
export function appOf(server: () => TestServer, { email, password }: typeof alice) {
  async function login(): Promise<SessionAnswer> {
    const credentials = { email, password, delivery: "body" };
    return (await server().browser().post<SessionAnswer>("/auth/login", credentials)).body;
  }

  const refresh = (refreshToken: string | undefined): Promise<Answer<SessionAnswer & { code?: string }>> =>
    server().browser().post("/auth/refresh", { refreshToken }, { origin: null });

  /** The token after this one. */
  async function rotate(refreshToken: string | undefined): Promise<string> {
    server().clock.advance(noLongerYoung);
    const { status, body } = await refresh(refreshToken);
    expect(status).toBe(200);
    expect(body.refreshToken).not.toBe(refreshToken);
    return body.refreshToken ?? "";
  }

  const look = (accessToken: string) =>
    server().browser().get<{ code?: string; sid?: string }>("/auth/session", { accessToken });

  return { login, refresh, rotate, look };
}
