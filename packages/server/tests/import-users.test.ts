import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ImportReport } from "../src/accounts/import/report.ts";
import type { UserImportRequest } from "../src/cli/user-requests.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { foreignHashesOf, inLines, withFile } from "./support/foreign-hashes.ts";
import { alice, bob, tokenOf } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const hashes = foreignHashesOf(alice.password);
const bcrypt = hashes["passlib bcrypt $2b$"];

const importText = (text: string, options: Partial<UserImportRequest> = {}): Promise<ImportReport> =>
  withFile(text, (file) => server.importUsers({ file, format: "auto", dryRun: false, ...options }));

const signIn = (email: string, password = alice.password) =>
  server
    .browser()
    .post<SessionAnswer & { code?: string }>("/auth/login", { email, password, delivery: "body" });

const countUsers = async () => {
  const rows = await server.database.db.selectFrom("user").select("id").execute();
  return rows.length;
};

test("a FastAPI site moves with a dump of its table: its readers sign in with their old passwords", async () => {
  const dump = [
    "id,email,hashed_password,is_active,is_superuser,is_verified,full_name,created_at",
    `1,Reader.One@Example.org,${bcrypt},t,f,t,"Lovelace, Ada",2021-03-04 05:06:07+00`,
    `2,reader.two@example.org,${hashes["passlib argon2id"]?.replace(/^/, '"')}",t,t,f,,`,
    `3,gone@example.org,${bcrypt},f,f,t,Gone,`,
  ].join("\r\n");
  const report = await importText(dump);
  expect(report).toEqual({
    imported: 2,
    alreadyThere: 0,
    refused: 1,
    withoutPassword: 0,
    unverified: 1,
    refusals: [{ line: 4, reason: "blocked" }],
  });
  const { status, body } = await signIn("reader.one@example.org");
  expect(status).toBe(200);
  expect(body.account).toMatchObject({
    email: "reader.one@example.org",
    emailVerified: true,
    name: "Lovelace, Ada",
    // Whoever was a superuser there is a reader here.
    role: "user",
    createdAt: "2021-03-04T05:06:07.000Z",
  });
});

test("what was imported already is there already, and stays as it is", async () => {
  const lines = inLines([
    { email: "twice@example.org", name: "First", password_hash: bcrypt, email_verified: true },
    { email: "TWICE@example.org", name: "Second", password_hash: bcrypt },
  ]);
  expect(await importText(lines)).toMatchObject({ imported: 1, alreadyThere: 1 });
  expect((await signIn("twice@example.org")).body.account.name).toBe("First");
  expect(await importText(lines)).toMatchObject({ imported: 0, alreadyThere: 2, refused: 0 });
  expect((await signIn("twice@example.org")).status).toBe(200);
});

test("a dry run says the same and writes nothing", async () => {
  const before = await countUsers();
  const lines = inLines([
    { email: "dry@example.org", password_hash: bcrypt },
    { email: "twice@example.org" },
  ]);
  const report = await importText(lines, { dryRun: true });
  expect(report).toMatchObject({ imported: 1, alreadyThere: 1, unverified: 1 });
  expect(await countUsers()).toBe(before);
  expect(await importText(lines)).toEqual(report);
});

test("each record that is refused is named with its line and its reason", async () => {
  const lines = [
    '{ "email": "cut',
    "[]",
    "",
    JSON.stringify({ name: "Nobody" }),
    JSON.stringify({ email: "not an address" }),
    JSON.stringify({ email: "a@example.org", password_hash: "5f4dcc3b5aa765d61d8327deb882cf99" }),
    JSON.stringify({
      email: "b@example.org",
      password_hash: "$argon2id$v=19$m=4000000,t=9,p=1$c2VhLXNhbHQ$MDEyMzQ1Njc4OWFiY2RlZg",
    }),
    JSON.stringify({
      email: "c@example.org",
      password_hash: "$2b$31$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuvwxyzabcde",
    }),
    JSON.stringify({ localId: "x", email: "d@example.org", passwordHash: "AAAA", salt: "AA==" }),
    JSON.stringify({ email: "e@example.org", disabled: true }),
  ].join("\n");
  const before = await countUsers();
  const { refusals, refused } = await importText(lines);
  expect(refusals).toEqual([
    { line: 1, reason: "not-json" },
    { line: 2, reason: "not-json" },
    { line: 4, reason: "email-missing" },
    { line: 5, reason: "email-invalid" },
    { line: 6, reason: "hash-unknown" },
    { line: 7, reason: "hash-too-costly" },
    { line: 8, reason: "hash-too-costly" },
    { line: 9, reason: "firebase-parameters-missing" },
    { line: 10, reason: "blocked" },
  ]);
  expect(refused).toBe(9);
  expect(await countUsers()).toBe(before);
});

test("an address counts as verified only where the file says so strictly", async () => {
  const claims = [true, "true", 1, "false", null, undefined];
  const addresses = claims.map((_, index) => `claim${index}@example.org`);
  await importText(
    inLines(
      claims.map((email_verified, index) => ({
        email: addresses[index],
        email_verified,
        password_hash: bcrypt,
      })),
    ),
  );
  const answers = await Promise.all(addresses.map((address) => signIn(address)));
  expect(answers.map(({ body, status }) => (status === 200 ? "in" : body.code))).toEqual([
    "in",
    ...Array.from({ length: 5 }, () => "email-not-verified"),
  ]);
});

test("a reader with an unproven address gets a letter, and is in with the old password", async () => {
  const email = "unproven@example.org";
  await importText(inLines([{ email, password_hash: bcrypt }]));
  const browser = server.browser();
  await browser.post("/auth/verify-email/resend", { email });
  const token = tokenOf(await server.letter(email, "verify-user"));
  const verified = await browser.post("/auth/verify-email", {
    token,
    password: alice.password,
    delivery: "body",
  });
  expect(verified.status).toBe(200);
  expect((await signIn(email)).status).toBe(200);
});

test("a registration that waits for the address gives way, and its letter opens nothing", async () => {
  const stranger = server.browser();
  await stranger.post("/auth/register", { ...bob, email: "wanted@example.org" });
  const token = tokenOf(await server.letter("wanted@example.org", "verify-registration"));
  await importText(inLines([{ email: "wanted@example.org", email_verified: true, password_hash: bcrypt }]));
  expect((await stranger.post("/auth/verify-email", { token })).status).toBe(400);
  expect((await signIn("wanted@example.org", bob.password)).status).toBe(401);
  expect((await signIn("wanted@example.org")).status).toBe(200);
});

test("two imports of one file at the same time make each account once", async () => {
  const lines = inLines(
    Array.from({ length: 120 }, (_, index) => ({
      email: `crowd${index}@example.org`,
      password_hash: bcrypt,
    })),
  );
  const before = await countUsers();
  const reports = await Promise.all([importText(lines), importText(lines)]);
  expect(reports.map(({ imported }) => imported).reduce((one, other) => one + other)).toBe(120);
  expect(reports.map(({ alreadyThere }) => alreadyThere).reduce((one, other) => one + other)).toBe(120);
  expect(await countUsers()).toBe(before + 120);
});

test("an account tells its owner that it was taken over", async () => {
  const { body } = await signIn("twice@example.org");
  const { accessToken } = body;
  const activity = await server.browser().get<{ items: { kind: string }[] }>("/me/activity", { accessToken });
  expect(activity.body.items.at(-1)?.kind).toBe("account-imported");
});

describe("an export of", () => {
  test("Django, as a table and as dumpdata writes it", async () => {
    const pbkdf2 = hashes["django pbkdf2_sha256"];
    const table = `id;password;is_superuser;username;first_name;last_name;email;is_active\n1;${pbkdf2};0;ada;Ada;King;table@example.org;1\n2;!nothing;0;x;;;social@example.org;1\n`;
    expect(await importText(table)).toMatchObject({ imported: 2, withoutPassword: 1 });
    const fields = { password: pbkdf2, email: "dumped@example.org", first_name: "Ada", is_active: true };
    const dumped = JSON.stringify([{ model: "auth.user", pk: 1, fields }], null, 2);
    expect(await importText(dumped, { format: "django" })).toMatchObject({ imported: 1 });
    for (const email of ["table@example.org", "dumped@example.org"])
      expect((await signIn(email)).body.code).toBe("email-not-verified");
  });

  test("Auth0, with bcrypt and with a hash of its own", async () => {
    const phc = hashes["passlib pbkdf2_sha512"]?.replace("$1000$", "$i=1000,l=64$").replaceAll(".", "+");
    const custom = { algorithm: "pbkdf2", hash: { value: phc, encoding: "utf8" } };
    const lines = inLines([
      { user_id: "auth0|1", email: "auth0@example.org", email_verified: true, passwordHash: bcrypt },
      { email: "custom@example.org", email_verified: true, custom_password_hash: custom },
      { email: "md5@example.org", custom_password_hash: { algorithm: "md5", hash: { value: "00" } } },
    ]);
    const report = await importText(lines);
    expect(report).toMatchObject({ imported: 2, refusals: [{ line: 3, reason: "hash-unknown" }] });
    for (const email of ["auth0@example.org", "custom@example.org"])
      expect((await signIn(email)).status).toBe(200);
  });

  test("Firebase, with the project's parameters", async () => {
    // The example of https://github.com/firebase/scrypt
    const firebase = {
      base64_signer_key:
        "jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==",
      base64_salt_separator: "Bw==",
      rounds: 8,
      mem_cost: 14,
    };
    const user = {
      localId: "6h3",
      email: "firebase@example.org",
      emailVerified: true,
      passwordHash:
        "lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==",
      salt: "42xEC+ixf3L2lw==",
      createdAt: "1500000000000",
    };
    const exported = JSON.stringify(
      { users: [user, { localId: "2", email: "google@example.org", emailVerified: true }] },
      null,
      2,
    );
    expect(await importText(exported, { firebase })).toMatchObject({ imported: 2, withoutPassword: 1 });
    expect((await signIn(user.email, "user1passwort")).status).toBe(401);
    const { status, body } = await signIn(user.email, "user1password");
    expect(status).toBe(200);
    expect(body.account.createdAt).toBe("2017-07-14T02:40:00.000Z");
  });
});
