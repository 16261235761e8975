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
