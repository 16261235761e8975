import fc from "fast-check";
import type { SessionAnswer } from "../../src/sessions/schemas.ts";
import type { Answer, TestBrowser } from "./browser.ts";
import { Ownership, type Reader } from "./ownership.ts";
import { alice, tokenOf } from "./people.ts";
import type { TestServer } from "./server.ts";

const { password } = alice;
const guests = 3;
const accounts = 2;

const kinds = {
  begin: 3,
  ask: 5,
  bookmark: 3,
  register: 2,
  verify: 2,
  login: 4,
  claim: 3,
  decline: 1,
  logout: 1,
  deleteConversation: 2,
  deleteAccount: 1,
} as const;

/** One request, or two that belong together; the numbers choose among those who take part. */
export interface Act {
  readonly kind: keyof typeof kinds;
  readonly guest: number;
  readonly account: number;
  /** Acts as the account, instead of the guest. */
  readonly asAccount: boolean;
  readonly pick: number;
  readonly yes: boolean;
}

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.oneof(
    ...Object.entries(kinds).map(([kind, weight]) => ({
      weight,
      arbitrary: fc.constant(kind as keyof typeof kinds),
    })),
  ),
  guest: fc.nat(guests - 1),
  account: fc.nat(accounts - 1),
  asAccount: fc.boolean(),
  pick: fc.nat(20),
  yes: fc.boolean(),
});

/** One after the other; what is in one of them happens at the same time. */
export const interleavings = fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), {
  minLength: 2,
  maxLength: 7,
});

interface Account extends Reader {
  readonly email: string;
}

/** Readers who do what they were told, and the book of what was promised to them. */
export interface Play {
  readonly ownership: Ownership;
  readonly guests: readonly Reader[];
  readonly accounts: readonly Account[];
  /** At once. */
  round(acts: readonly Act[]): Promise<void>;
}

/** @param newAccount - makes an account that can sign in with {@link alice}'s password */
export async function startPlay(server: TestServer, newAccount: () => Promise<Account>): Promise<Play> {
  const ownership = new Ownership();
  const browser = (): TestBrowser => server.browser();
  const newGuest = async (): Promise<Reader> => {
    const { body } = await browser().post<SessionAnswer>("/auth/guest", { delivery: "body" });
    return { userId: body.account.id, accessToken: body.accessToken };
  };
  const people = {
    guests: await Promise.all(Array.from({ length: guests }, newGuest)),
    accounts: await Promise.all(Array.from({ length: accounts }, newAccount)),
  };
  const letters = new Map<string, { email: string; promotes: string }>();
  /** An account's token → the guest whose things wait for a yes in its session. */
  const waiting = new Map<string, string>();
  let count = 0;

  /** Whoever lost a race is told so with one of these, and nothing has happened. */
  const refusedWith = ({ status, body }: Answer, ...codes: readonly string[]) => {
    const code = (body as { code?: string }).code ?? "";
    if (!["session-ended", "token-stale", ...codes].includes(code)) {
      throw new Error(`An answer that nobody expects: ${status} ${JSON.stringify(body)}`);
    }
  };

  const acts: Record<Act["kind"], (who: Reader, act: Act, guest: Reader, account: Account) => Promise<void>> =
    {
      async begin(who) {
        const answer = await browser().post<{ id: string }>("/conversations", {}, token(who));
        if (answer.status === 201) ownership.begun(who.userId, answer.body.id);
        else refusedWith(answer);
      },
      async ask(who, { pick }) {
        const id = chosen(ownership.conversations, pick);
        if (id === undefined) return acts.begin(who, firstAct, who, people.accounts[0] as Account);
        const path = `/conversations/${id}/messages`;
        const answer = await browser().post<string>(path, { content: "Does a kept chat stay?" }, token(who));
        if (answer.status !== 200) return refusedWith(answer as never, "not-found", "answer-running");
        const whole = answer.body.includes('"type":"finish"');
        ownership.asked(who.userId, id, whole ? /"messageId":"([^"]+)"/.exec(answer.body)?.[1] : undefined);
      },
      async bookmark(who, { yes }) {
        const page = yes ? "/shared" : `/page-${++count}`;
        const answer = await browser().post("/me/bookmarks", { page }, token(who));
        if (answer.status === 201) ownership.bookmarked(who.userId, page);
        else refusedWith(answer);
      },
      async register(_who, _act, guest) {
        const email = `reader${crypto.randomUUID()}@example.org`;
        const answer = await browser().post("/auth/register", { ...alice, email }, token(guest));
        if (answer.status !== 202) return refusedWith(answer);
        const letter = await server.letter(email, "verify-registration");
        letters.set(tokenOf(letter), { email, promotes: guest.userId });
      },
      async verify(_who, { pick }) {
        const letter = chosen([...letters], pick);
        if (!letter) return;
        const [proof, { promotes }] = letter;
        const body = { token: proof, password, delivery: "body" };
        const answer = await browser().post<{ session: SessionAnswer }>("/auth/verify-email", body);
        if (answer.status !== 200) return refusedWith(answer as never, "token-invalid");
        letters.delete(proof);
        if (answer.body.session.account.id !== promotes) return;
        ownership.promoted(promotes);
        const reader = people.guests.find(({ userId }) => userId === promotes);
        if (reader) reader.accessToken = answer.body.session.accessToken;
      },
      async login(_who, { yes }, guest, account) {
        const body = { email: account.email, password, keepGuestChats: yes, delivery: "body" };
        const answer = await browser().post<SessionAnswer>("/auth/login", body, token(guest));
        if (answer.status !== 200) return refusedWith(answer as never, "invalid-credentials");
        account.accessToken = answer.body.accessToken;
        if (answer.body.merged) ownership.merged(guest.userId, account.userId);
        if (!yes) waiting.set(answer.body.accessToken, guest.userId);
      },
      async claim(_who, { yes }, guest, account) {
        const guestId = yes ? guest.userId : waiting.get(account.accessToken);
        const body = yes ? { guestToken: guest.accessToken } : {};
        const answer = await browser().post("/guests/claim", body, token(account));
        if (answer.status !== 200) {
          refusedWith(answer, "not-found", "guest-already-claimed", "unauthenticated");
        } else if (guestId === undefined)
          throw new Error("A guest was claimed that no session had remembered.");
        else ownership.merged(guestId, account.userId);
      },
      async decline(_who, _act, _guest, account) {
        const answer = await browser().send("DELETE", "/guests/claim", token(account));
        if (answer.status !== 204) refusedWith(answer);
      },
      async logout(who) {
        const answer = await browser().post("/auth/logout", {}, token(who));
        if (answer.status !== 204) refusedWith(answer);
      },
      async deleteConversation(who, { pick }) {
        const id = chosen(ownership.conversations, pick);
        if (id === undefined) return;
        const answer = await browser().send("DELETE", `/conversations/${id}`, token(who));
        if (answer.status === 204) ownership.deleted(id);
        else refusedWith(answer, "not-found");
      },
      async deleteAccount(who) {
        const answer = await browser().send("DELETE", "/me", token(who));
        if (answer.status === 204) ownership.left(who.userId);
        else refusedWith(answer, "not-found", "step-up-required");
      },
    };

  return {
    ownership,
    ...people,
    async round(together) {
      await Promise.all(
        together.map((act) => {
          const guest = people.guests[act.guest] as Reader;
          const account = people.accounts[act.account] as Account;
          // Tokens as they are when the round begins: what happens meanwhile is the race.
          const who = { ...(act.asAccount ? account : guest) };
          return acts[act.kind](who, act, { ...guest }, account);
        }),
      );
    },
  };
}

const firstAct: Act = { kind: "begin", guest: 0, account: 0, asAccount: false, pick: 0, yes: false };
const token = ({ accessToken }: Reader) => ({ accessToken });

function chosen<T>(among: readonly T[], pick: number): T | undefined {
  return among[pick % Math.max(among.length, 1)];
}
