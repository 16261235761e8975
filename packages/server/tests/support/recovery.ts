import { waitUntil } from "../../../../scripts/wait-until.ts";
import type { MailboxLetter } from "../../src/mail/mailbox-letter.ts";
import type { SessionAnswer } from "../../src/sessions/schemas.ts";
import { tokenOf } from "./people.ts";
import type { TestServer } from "./server.ts";

export const newPassword = "harbour violin sixteen clouds";

const letterTimeoutMs = 60_000;

/** The letter that an act causes, and not one from before. */
export async function letterAfter(
  server: TestServer,
  to: string,
  kind: string,
  act: () => Promise<unknown>,
): Promise<MailboxLetter> {
  const ofKind = async () => (await server.letters(to)).filter((letter) => letter.kind === kind);
  const before = new Set((await ofKind()).map(({ id }) => id));
  await act();
  return waitUntil(`another letter "${kind}" to ${to}`, letterTimeoutMs, async () =>
    (await ofKind()).find(({ id }) => !before.has(id)),
  );
}

/** Says that the password is forgotten, in a browser of its own. */
export async function askForReset(
  server: TestServer,
  email: string,
): Promise<{ requestId: string; token: string; code: string }> {
  let requestId = "";
  const letter = await letterAfter(server, email, "password-reset", async () => {
    const answer = await server.browser().post<{ requestId: string }>("/auth/password/forgot", { email });
    requestId = answer.body.requestId;
  });
  return { requestId, token: tokenOf(letter), code: letter.code ?? "" };
}

/** Chooses another password by letter. */
export async function recover(server: TestServer, email: string, password: string): Promise<void> {
  const { token } = await askForReset(server, email);
  const { status } = await server.browser().post("/auth/password/reset", { token, password });
  if (status !== 204) throw new Error(`The reset was answered ${status}.`);
}

export const logIn = (server: TestServer, email: string, password: string) =>
  server.browser().post<SessionAnswer & { code?: string; status?: string }>("/auth/login", {
    email,
    password,
    delivery: "body",
  });

/** Gives an account another address, through both of its letters. @returns the token that undoes it */
export async function moveTo(
  server: TestServer,
  session: Pick<SessionAnswer, "accessToken">,
  from: { email: string; password: string },
  newEmail: string,
): Promise<string> {
  const { accessToken } = session;
  const confirm = await letterAfter(server, newEmail, "email-change-confirm", () =>
    server.browser().post("/me/email", { newEmail, password: from.password }, { accessToken }),
  );
  const told = await letterAfter(server, from.email, "email-changed", () =>
    server.browser().post("/me/email/confirm", { token: tokenOf(confirm) }),
  );
  return tokenOf(told);
}
