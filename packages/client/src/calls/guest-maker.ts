import { isProblem } from "../errors.ts";
import type { SessionKeeper } from "../session.ts";
import { type Api, accepted } from "./api.ts";

/** Makes the guest identity of this browser, once, where nobody is here yet. */
export function createGuestMaker(api: Api, session: SessionKeeper): () => Promise<void> {
  let making: Promise<void> | null = null;

  async function make() {
    // A sign-out that the server has not heard of would bring the account back with the next refresh.
    await session.settle();
    if ((await api.restored()) !== null) return;
    session.adopt(accepted(await api.anonymous.POST("/auth/guest", { body: { delivery: "cookie" } })));
  }

  return () => {
    making ??= make().finally(() => {
      making = null;
    });
    return making;
  };
}

/**
 * Makes a call as whoever is here, somebody without an identity as a guest. A guest whose identity is gone, merged
 * elsewhere or purged, begins anew as another one.
 */
export const createAsSomebody =
  (api: Api, ensureGuest: () => Promise<void>) =>
  <Result>(call: () => Promise<Result>): Promise<Result> => {
    const attempt = async () => {
      await ensureGuest();
      return call();
    };
    return attempt().catch((error) => {
      if (isProblem(error, "session-ended", "unauthenticated") && api.isGuest()) return attempt();
      throw error;
    });
  };
