import { decodeJwt } from "jose";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createKnownDevices } from "../src/sessions/known-devices.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import {
  cologne,
  elsewhere,
  listActivity,
  newReader,
  safari,
  signInFrom,
  startServerWithPlaces,
} from "./support/devices.ts";
import type { TestServer } from "./support/server.ts";

const minute = 60_000;

let server: TestServer;
beforeAll(async () => {
  server = await startServerWithPlaces();
});
afterAll(() => server.close());

describe("a sign-in from a new device", () => {
  /** Whether the account's newest sign-in was on a new device; a letter would have been written with it. */
  const wasNew = async (session: SessionAnswer) => {
    const signedIn = (await listActivity(server, session)).find(({ kind }) => kind === "signed-in");
    return signedIn?.detail.newDevice;
  };
  const lettersTo = async (email: string) =>
    (await server.letters(email)).filter(({ kind }) => kind === "new-device");

  test("is told to the owner, with device, place and what to do", async () => {
    const { person } = await newReader(server);
    const session = await signInFrom(server, person, {
      delivery: "cookie",
      userAgent: safari,
      address: cologne,
    });
    const letter = await server.letter(person.email, "new-device");
    expect(letter.text).toContain("Safari on iOS");
    expect(letter.text).toContain("Cologne, Germany");
    expect(letter.links).toEqual([`${server.url}/account`]);
    expect(await wasNew(session)).toBe(true);
  });

  test("is written in the owner's language, and repeats nothing that the device says of itself", async () => {
    const { person } = await newReader(server, "de");
    await signInFrom(server, person, { delivery: "cookie", userAgent: "Visit evil.example/now" });
    const letter = await server.letter(person.email, "new-device");
    expect(letter.headers["Content-Language"]).toBe("de");
    expect(letter.text + letter.html).not.toContain("evil");
  });

  test("is not the one that registered, nor one that signed in before", async () => {
    const { person, browser, session } = await newReader(server);
    expect(await wasNew(session)).toBe(false);
    await browser.post("/auth/logout");
    expect(await wasNew(await signInFrom(server, person, { browser, delivery: "cookie" }))).toBe(false);

    const second = server.browser();
    expect(await wasNew(await signInFrom(server, person, { browser: second, delivery: "cookie" }))).toBe(
      true,
    );
    // Another address, another version: still the same browser.
    const again = { browser: second, delivery: "cookie", address: cologne, userAgent: safari } as const;
    expect(await wasNew(await signInFrom(server, person, again))).toBe(false);
    await server.letter(person.email, "new-device");
    expect(await lettersTo(person.email)).toHaveLength(1);
  });

  test("is new to each account of a shared browser", async () => {
    const { person, browser } = await newReader(server);
    const { person: other } = await newReader(server);
    const shared = { browser, delivery: "cookie" } as const;
    expect(await wasNew(await signInFrom(server, other, shared))).toBe(true);
    expect(await wasNew(await signInFrom(server, person, shared))).toBe(false);
    expect(await wasNew(await signInFrom(server, other, shared))).toBe(false);
  });

  test("of an app is recognised by its program and network", async () => {
    const { person } = await newReader(server);
    const app = "BookReader/1.0 (build 7)";
    expect(await wasNew(await signInFrom(server, person, { userAgent: app }))).toBe(true);
    expect(
      await wasNew(
        await signInFrom(server, person, { userAgent: "BookReader/2.0", address: "198.51.100.200" }),
      ),
    ).toBe(false);
    expect(await wasNew(await signInFrom(server, person, { userAgent: app, address: cologne }))).toBe(true);
    expect(await wasNew(await signInFrom(server, person, { userAgent: "OtherReader/1.0" }))).toBe(true);
  });

  test("is told once where it signs in twice at the same moment", async () => {
    const { person } = await newReader(server);
    const { person: other } = await newReader(server);
    const browser = server.browser();
    // It has its cookie already, from another account.
    await signInFrom(server, other, { browser, delivery: "cookie" });
    const both = { browser, delivery: "cookie" } as const;
    await Promise.all([
      signInFrom(server, person, both),
      signInFrom(server, person, both),
      signInFrom(server, person, both),
    ]);
    const session = await signInFrom(server, person, both);
    const news = (await listActivity(server, session)).filter(({ detail }) => detail.newDevice === true);
    expect(news).toHaveLength(1);
  });

  test("is new again after 400 days without it", async () => {
    const { person, browser } = await newReader(server);
    server.clock.advance(401 * 24 * 60 * minute);
    expect(await wasNew(await signInFrom(server, person, { browser, delivery: "cookie" }))).toBe(true);
  });

  test("is remembered for the twenty used last", async () => {
    const { person, browser } = await newReader(server);
    const { sub } = decodeJwt((await signInFrom(server, person)).accessToken);
    for (let count = 0; count < 20; count += 1) {
      server.clock.advance(1);
      await signInFrom(server, person, { delivery: "cookie" });
    }
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from known_device where user_id = ${sub ?? ""}
    `.execute(server.database.db);
    expect(rows[0]?.count).toBe(20);
    expect(await wasNew(await signInFrom(server, person, { browser, delivery: "cookie" }))).toBe(true);
  });

  test("that is refused tells nobody", async () => {
    const { person } = await newReader(server);
    const { email } = person;
    await server.browser().post("/auth/login", { email, password: "wrong, and wrong again" });
    expect(await lettersTo(email)).toEqual([]);
  });
});

describe("the cookie by which a browser is known again", () => {
  const name = "bookplate-device";

  test("is set at a sign-in, stays at a sign-out, and is in the database in no form that could be presented", async () => {
    const { browser, session } = await newReader(server);
    const token = browser.cookies.get(name) ?? "";
    expect(token).toMatch(/^[\w-]{43}$/);
    await browser.post("/auth/logout", {}, session);
    expect([...browser.cookies.keys()]).toEqual([name]);
    const { rows } = await sql<{ mark: string }>`
      select encode(mark, 'hex') as mark from known_device
    `.execute(server.database.db);
    const hex = Buffer.from(token, "base64url").toString("hex");
    expect(rows.filter(({ mark }) => mark.includes(hex))).toEqual([]);
  });

  test("is HttpOnly, for this site, and lasts as long as browsers allow", async () => {
    const { person } = await newReader(server);
    const { email, password } = person;
    const { headers } = await server.browser().post("/auth/login", { email, password });
    const line = headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`)) ?? "";
    expect(line).toContain("HttpOnly");
    expect(line).toContain("SameSite=Lax");
    expect(line).toContain(`Max-Age=${400 * 24 * 60 * 60}`);
  });

  test("is given to no guest and to no app", async () => {
    const guest = server.browser();
    await guest.post("/auth/guest");
    const { person } = await newReader(server);
    const app = server.browser();
    await signInFrom(server, person, { browser: app });
    expect([guest.cookies.has(name), app.cookies.has(name)]).toEqual([false, false]);
  });

  test("tells limits whose known device asks, for 400 days, and no other account's", async () => {
    const { browser, session } = await newReader(server);
    const { session: other } = await newReader(server);
    const { isKnown } = createKnownDevices({ database: server.database.db, clock: server.clock });
    const knows = (userId: string, browserToken: string | undefined) =>
      isKnown({
        userId,
        delivery: "cookie",
        device: { ipAddress: elsewhere, userAgent: safari, browserToken },
      });
    const token = browser.cookies.get(name);
    expect(await knows(session.account.id, token)).toBe(true);
    expect(await knows(session.account.id, "A".repeat(43))).toBe(false);
    expect(await knows(session.account.id, undefined)).toBe(false);
    expect(await knows(other.account.id, token)).toBe(false);
    server.clock.advance(400 * 24 * 60 * minute);
    expect(await knows(session.account.id, token)).toBe(false);
  });

  test("that nobody was given is replaced", async () => {
    const { person } = await newReader(server);
    const browser = server.browser();
    browser.cookies.set(name, "short");
    await signInFrom(server, person, { browser, delivery: "cookie" });
    expect(browser.cookies.get(name)).toMatch(/^[\w-]{43}$/);
  });

  test("opens nothing by itself", async () => {
    const { browser } = await newReader(server);
    const other = server.browser();
    other.cookies.set(name, browser.cookies.get(name) ?? "");
    expect((await other.post("/auth/refresh")).status).toBe(401);
    expect((await other.get("/me")).status).toBe(401);
  });
});
