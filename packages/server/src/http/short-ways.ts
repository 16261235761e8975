import type { IncomingHttpHeaders } from "node:http";
import type { Principal } from "../sessions/principal.ts";

/** Longer ones say more than a refresh needs. */
const maxBodyBytes = 1024;
/** Whatever else could say who asks, or through whom. */
const furtherCredentials = ["origin", "cookie", "authorization", "dpop", "transfer-encoding"];

/** A request, as far as the short ways look at it. */
export interface Asked {
  readonly method: string | undefined;
  /** With the query, where there is one. */
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly readBody: () => Promise<string>;
}

type Answer = string | Promise<string | undefined> | undefined;

/** @returns the body of a 200, as JSON; `undefined` where the ordinary way must answer */
export type ShortWay = (asked: Asked) => Answer;

/** Tells which way answers a method and a path, exactly as they are written. */
export function chooseShortWay(ways: Readonly<Record<string, ShortWay>>): ShortWay {
  const known = new Map(
    Object.entries(ways).map(([route, way]) => {
      const [method, path = ""] = route.split(" ");
      return [path, { method, way }];
    }),
  );
  return (asked) => {
    const found = known.get(asked.path ?? "");
    return found?.method === asked.method ? found?.way(asked) : undefined;
  };
}

/** For an access token that was verified lately, from no browser page. */
export function shortWayForToken(
  recognise: (accessToken: string) => Principal | undefined,
  answer: (principal: Principal) => string | Promise<string>,
): ShortWay {
  return ({ headers: { authorization, origin } }) => {
    if (origin !== undefined || !authorization?.startsWith("Bearer ")) return undefined;
    const principal = recognise(authorization.slice(7));
    return principal && answer(principal);
  };
}

/** For a small body of JSON that nothing comes with. @param answer - gives `undefined` where nothing was done yet */
export function shortWayForBody(answer: (body: string) => Promise<string | undefined>): ShortWay {
  return ({ headers, readBody }) => {
    const isPlain =
      headers["content-type"] === "application/json" &&
      Number(headers["content-length"] ?? Number.NaN) <= maxBodyBytes &&
      furtherCredentials.every((name) => headers[name] === undefined);
    return isPlain ? readBody().then(answer) : undefined;
  };
}
