import { afterAll, beforeAll, expect, test } from "vitest";
import { foreignHashesOf, inLines, withFile } from "./support/foreign-hashes.ts";
import { alice } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const hashes = foreignHashesOf(alice.password);
const formats = Object.keys(hashes);
const addressOf = (format: string) => `${format.replaceAll(/[^a-z0-9]+/gi, "-")}x@example.org`.toLowerCase();

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const records = formats.map((format) => ({
    email: addressOf(format),
    email_verified: true,
    password_hash: hashes[format],
  }));
  const report = await withFile(inLines(records), (file) =>
    server.importUsers({ file, format: "auto", dryRun: false }),
  );
  expect(report).toMatchObject({ imported: formats.length, refused: 0, withoutPassword: 0, unverified: 0 });
});
afterAll(() => server.close());

async function storedHashOf(email: string): Promise<string | null | undefined> {
  const row = await server.database.db
    .selectFrom("account")
    .innerJoin("user", "user.id", "account.userId")
    .select("account.password")
    .where("user.email", "=", email)
    .executeTakeFirst();
  return row?.password;
}

const signIn = (email: string, password: string) =>
  server.browser().post<{ code?: string }>("/auth/login", { email, password, delivery: "body" });

test.each(formats)("a password hashed by %s signs in, and is ours afterwards", async (format) => {
  const email = addressOf(format);
  expect(await storedHashOf(email)).toBe(`imported:${hashes[format]}`);
  expect(await signIn(email, `${alice.password}!`)).toMatchObject({
    status: 401,
    body: { code: "invalid-credentials" },
  });
  expect((await signIn(email, alice.password)).status).toBe(200);
  expect(await storedHashOf(email)).toMatch(/^\$2b\$05\$/);
  expect((await signIn(email, alice.password)).status).toBe(200);
  expect((await signIn(email, `${alice.password}!`)).status).toBe(401);
});

test("a reader whose old site cut the password at 72 bytes signs in, and every byte counts from then on", async () => {
  const long = "lantern orchard ".repeat(6);
  const cut = foreignHashesOf(long)["passlib bcrypt $2b$"];
  const email = "long@example.org";
  await withFile(inLines([{ email, email_verified: true, hashed_password: cut }]), (file) =>
    server.importUsers({ file, format: "passlib", dryRun: false }),
  );
  expect((await signIn(email, long)).status).toBe(200);
  expect(await storedHashOf(email)).toMatch(/^prehashed:/);
  expect((await signIn(email, long.slice(0, 72))).status).toBe(401);
  expect((await signIn(email, long)).status).toBe(200);
});

test("the stored hash of another account opens nothing, nor does the hash itself", async () => {
  const email = addressOf("passlib pbkdf2_sha256");
  for (const typed of [hashes["passlib pbkdf2_sha256"], `imported:${hashes["passlib pbkdf2_sha256"]}`, " "])
    expect((await signIn(email, typed ?? "")).status).toBe(401);
});
