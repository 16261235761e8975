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
  /** The reader's network address. */
  readonly findAddress: () => string;
  readonly readBody: () => Promise<string>;
}

/** A 200. */
export interface ShortAnswer {
  /** JSON. */
  readonly body: string;
  /** Besides those of every answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** @returns `undefined` where the ordinary way must answer, and nothing was done yet */
export type ShortWay = (asked: Asked) => ShortAnswer | Promise<ShortAnswer | undefined> | undefined;

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

/**
 * For an access token that was verified lately, from no browser page.
 *
 * @param admit - whether the address may ask; if not, the ordinary way says until when
 */
export function shortWayForToken(deps: {
  recognise: (accessToken: string) => Principal | undefined;
  admit: (address: string) => boolean;
  answer: (principal: Principal) => string | Promise<string>;
}): ShortWay {
  const { recognise, admit, answer } = deps;
  return ({ headers: { authorization, origin }, findAddress }) => {
    if (origin !== undefined || !authorization?.startsWith("Bearer ")) return undefined;
    const principal = recognise(authorization.slice(7));
    if (!principal || !admit(findAddress())) return undefined;
    const body = answer(principal);
    return typeof body === "string" ? { body } : body.then((text) => ({ body: text }));
  };
}

/** For a small body of JSON that nothing comes with. */
export function shortWayForBody(
  answer: (body: string, address: string) => Promise<ShortAnswer | undefined>,
): ShortWay {
  return ({ headers, findAddress, readBody }) => {
    const isPlain =
      headers["content-type"] === "application/json" &&
      Number(headers["content-length"] ?? Number.NaN) <= maxBodyBytes &&
      furtherCredentials.every((name) => headers[name] === undefined);
    return isPlain ? readBody().then((body) => answer(body, findAddress())) : undefined;
  };
}
