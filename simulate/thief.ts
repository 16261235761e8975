import { type Cluster, serverUrl } from "./cluster.ts";

/** Somebody with a copy of a refresh token, and a perfect network. */
export function createThief(
  cluster: Cluster,
  stolen: string,
  options: { delivery: "cookie" | "body"; showsAccessToken: boolean },
) {
  const { delivery, showsAccessToken } = options;
  let refreshToken = stolen;

  const send = (method: string, path: string, headers: Record<string, string>, body?: object) =>
    cluster.handle(
      new Request(`${serverUrl}/api/v1${path}`, {
        method,
        headers: { "content-type": "application/json", origin: serverUrl, ...headers },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );

  /** Comes back with the newest token he has. */
  async function comeBack(): Promise<"in" | "out" | "unreachable"> {
    try {
      const answer = await (delivery === "cookie"
        ? send("POST", "/auth/refresh", { cookie: `bookplate=${refreshToken}` }, {})
        : send("POST", "/auth/refresh", {}, { refreshToken }));
      if (answer.status === 401) return "out";
      if (!answer.ok) return "unreachable";
      const session = (await answer.json()) as { accessToken: string; refreshToken?: string };
      refreshToken = session.refreshToken ?? readCookie(answer) ?? refreshToken;
      if (showsAccessToken)
        await send("GET", "/auth/session", { authorization: `Bearer ${session.accessToken}` });
      return "in";
    } catch {
      return "unreachable";
    }
  }

  return { comeBack, holds: (token: string | undefined) => token === refreshToken };
}

const readCookie = (answer: Response): string | undefined =>
  answer.headers
    .getSetCookie()
    .map((line) => /^bookplate=([^;]+)/.exec(line)?.[1])
    .find((token) => token !== undefined);
