import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import type { TestBrowser } from "./support/browser.ts";
import { type MortalServer, startMortalServer } from "./support/mortal-server.ts";
import { alice, tokenOf } from "./support/people.ts";

const { email, password } = alice;
const titles = ["First", "Second"];

let server: MortalServer;
beforeAll(async () => {
  server = await startMortalServer();
  const browser = server.browser();
  await browser.post("/auth/register", alice);
  await browser.post("/auth/verify-email", { token: tokenOf(await server.letter(email)) });
}, 300_000);
afterAll(() => server.stop());

interface Guest {
  readonly id: string;
  readonly accessToken: string;
  readonly page: string;
}

async function pagesOf(accessToken: string): Promise<string[]> {
  const { body } = await server
    .browser()
    .get<{ items: { page: string }[] }>("/me/bookmarks?limit=100", { accessToken });
  return body.items.map(({ page }) => page);
}

async function newGuest(browser: TestBrowser): Promise<Guest> {
  const { body } = await browser.post<SessionAnswer>("/auth/guest");
  const { accessToken } = body;
  for (const title of titles) {
    const begun = await browser.post<{ id: string }>("/conversations", { title }, { accessToken });
    const asked = { content: "How is the lamp lit?" };
    await browser.post(`/conversations/${begun.body.id}/messages`, asked, { accessToken });
  }
  const page = `/page-of-${body.account.id}`;
  await browser.post("/me/bookmarks", { page }, { accessToken });
  return { id: body.account.id, accessToken, page };
}

async function idsOf(accessToken: string): Promise<string[]> {
  const { status, body } = await server
    .browser()
    .get<{ items: { id: string }[] }>("/conversations?limit=100", { accessToken });
  expect(status).toBe(200);
  return body.items.map(({ id }) => id);
}

/** How many questions of today count for a reader. */
async function askedBy(accessToken: string): Promise<number | undefined> {
  const { body } = await server
    .browser()
    .get<{ items: { quota: string; used: number }[] }>("/me/usage", { accessToken });
  return body.items.find(({ quota }) => quota === "messages")?.used;
}

const login = (guestToken?: string) =>
  server.browser().post<SessionAnswer>("/auth/login", { email, password }, { accessToken: guestToken });

/** What a process that was killed leaves unanswered. */
const unanswered = () => undefined;

/** By hand at every statement: npm run bench -- claim-crashes */
const everyStatement = process.env.EVERY_STATEMENT === "1";
const manyDeathsMs = everyStatement ? 3_600_000 : 300_000;

/**
 * Lets the server die once at each of the places.
 *
 * @param live - one life: asks, with the death prepared, and looks after the restart
 */
async function dieAtEach(
  places: readonly string[],
  live: (die: () => Promise<void>) => Promise<{ asked: unknown; look(committed: boolean): Promise<void> }>,
): Promise<void> {
  for (const place of everyStatement ? counted() : places) {
    const { asked, look } = await live(() => server.dieAt(place));
    if (everyStatement && asked !== undefined) break;
    expect(asked).toBeUndefined();
    await look((await server.revive()) === "committed");
  }
  await server.dieAt(0);
}

function* counted(): Generator<number> {
  for (let step = 1; ; step += 1) yield step;
}

test("a sign-in that is killed has moved all of a guest's chats or none", {
  timeout: manyDeathsMs,
}, async () => {
  const places = [
    // The guest's row is locked; one kind of row has moved; all have, and there is no tombstone yet.
    'update "conversation"',
    'update "bookmark"',
    "quota_use",
    '"merged_into" =',
    // The guest's sessions are gone; everything is written; it is done, and nobody has been told.
    'insert into "revocation"',
    "commit",
    "committed",
  ];
  let questions = 0;
  await dieAtEach(places, async (die) => {
    const guest = await newGuest(server.browser());
    const own = await idsOf(guest.accessToken);
    await die();
    return {
      asked: await login(guest.accessToken).catch(unanswered),
      look: async (committed) => {
        const again = await login(guest.accessToken);
        if (committed) {
          // It has happened; the guest's token says so, and whoever signs in without it finds everything.
          expect(again).toMatchObject({ status: 401, body: { code: "session-ended" } });
        } else {
          expect(again.body.merged).toEqual({ conversations: titles.length });
        }
        const account = (await login()).body.accessToken;
        questions += titles.length;
        expect(await askedBy(account)).toBe(questions);
        const all = await idsOf(account);
        for (const id of own) expect(all.filter((other) => other === id)).toEqual([id]);
        expect((await pagesOf(account)).filter((page) => page === guest.page)).toEqual([guest.page]);
        expect(
          (await server.browser().get("/conversations", { accessToken: guest.accessToken })).status,
        ).toBe(401);
      },
    };
  });
});

test("a verification that is killed has made the guest the account or left it a guest", {
  timeout: manyDeathsMs,
}, async () => {
  let people = 0;
  const places = [
    'delete from "pending_registration"',
    'insert into "revocation"',
    'update "user" set "email"',
    'insert into "account"',
    "commit",
    "committed",
  ];
  await dieAtEach(places, async (die) => {
    people += 1;
    const person = { ...alice, email: `reader${people}@example.org` };
    const browser = server.browser();
    const guest = await newGuest(browser);
    const own = await idsOf(guest.accessToken);
    await browser.post("/auth/register", person, { accessToken: guest.accessToken });
    const proven = { token: tokenOf(await server.letter(person.email)) };
    const verify = () => browser.post<{ session: SessionAnswer }>("/auth/verify-email", proven);
    await die();
    return {
      asked: await verify().catch(unanswered),
      look: async (committed) => {
        // Without the death's doing the guest is still there, with everything.
        if (!committed) expect(await idsOf(guest.accessToken)).toEqual(own);
        const again = await verify();
        if (committed) expect(again.body).toMatchObject({ code: "token-invalid" });
        else expect(again.body.session.account.id).toBe(guest.id);
        const { body } = await server
          .browser()
          .post<SessionAnswer>("/auth/login", { email: person.email, password });
        expect(body.account).toMatchObject({ id: guest.id, guest: false });
        expect(await askedBy(body.accessToken)).toBe(titles.length);
        expect(await idsOf(body.accessToken)).toEqual(own);
        expect(await pagesOf(body.accessToken)).toEqual([guest.page]);
        expect((await browser.get("/conversations", { accessToken: guest.accessToken })).status).toBe(401);
      },
    };
  });
});

test("a claim whose answer was lost with its process is answered alike afterwards", {
  timeout: manyDeathsMs,
}, async () => {
  const { accessToken } = (await login()).body;
  const guest = await newGuest(server.browser());
  const own = await idsOf(guest.accessToken);
  const claim = () =>
    server.browser().post("/guests/claim", { guestToken: guest.accessToken }, { accessToken });
  for (const at of ["commit", "committed"] as const) {
    await server.dieAt(at);
    expect(await claim().catch(unanswered)).toBeUndefined();
    expect(await server.revive()).toBe(at);
  }
  expect(await claim()).toMatchObject({ status: 200, body: { merged: { conversations: titles.length } } });
  expect(await idsOf(accessToken)).toEqual(expect.arrayContaining(own));
});
