import { afterAll, beforeAll, expect, test } from "vitest";
import { alice, tokenOf } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";
import { inviteAsOperator } from "./support/sign-up.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ SIGN_UP: "invitation" });
});
afterAll(() => server.close());

const names = ["a", "b", "c", "d", "e", "f"];
const addressOf = (name: string, group: string) => `${group}-${name}@example.org`;
const accountsOf = async (group: string) =>
  (
    await server.database.db
      .selectFrom("user")
      .select(["id", "email", "role"])
      .where("email", "like", `${group}-%`)
      .execute()
  ).map(({ email, role }) => ({ email, role }));

/** Registers with an invitation, and is about to prove the address. */
async function begin(
  email: string,
  invitation: string,
): Promise<() => Promise<{ status: number; code: string }>> {
  const browser = server.browser();
  await browser.post("/auth/register", { ...alice, email, invitation });
  const token = tokenOf(await server.letter(email, "verify-registration"));
  return async () => {
    const { status, body } = await browser.post<{ code?: string }>("/auth/verify-email", { token });
    return { status, code: body.code ?? "" };
  };
}

test("of many who accept one invitation at once, one has an account", async () => {
  const { id, invitation } = await inviteAsOperator(server, { role: "moderator" });
  const verify = await Promise.all(names.map((name) => begin(addressOf(name, "many"), invitation)));
  const answers = await Promise.all(verify.map((act) => act()));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ code }) => code === "invitation-invalid")).toHaveLength(names.length - 1);
  expect(await accountsOf("many")).toMatchObject([{ role: "moderator" }]);
  const accepted = await server.database.db
    .selectFrom("securityEvent")
    .select("detail")
    .where("kind", "=", "invitation-accepted")
    .execute();
  expect(accepted.filter(({ detail }) => detail.invitationId === id)).toHaveLength(1);
});

test("an invitation that is taken back and accepted at once is one or the other", async () => {
  for (const name of names.slice(0, 3)) {
    const { withdraw, invitation } = await inviteAsOperator(server);
    const verify = await begin(addressOf(name, "back"), invitation);
    const [withdrawn, verified] = await Promise.all([
      withdraw().then(
        () => true,
        () => false,
      ),
      verify(),
    ]);
    expect(withdrawn).toBe(verified.status !== 200);
    expect((await accountsOf("back")).some(({ email }) => email === addressOf(name, "back"))).toBe(
      !withdrawn,
    );
  }
});

test("two who press the letters of one address at once make one account, with the role", async () => {
  const email = addressOf("twice", "one");
  const { invitation } = await inviteAsOperator(server, { email, role: "moderator" });
  const verify = await begin(email, invitation);
  const answers = await Promise.all([verify(), verify()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  expect(await accountsOf("one")).toEqual([{ email, role: "moderator" }]);
});
