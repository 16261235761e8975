import { afterAll, beforeAll, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import type { Message } from "../src/chats/schemas.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { bookmarksOf, guestWithChats, titlesOf } from "./support/guests.ts";
import { type ModelServer, startModelServer } from "./support/model-server.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let model: ModelServer;
const { email, password } = alice;
beforeAll(async () => {
  model = await startModelServer();
  server = await startTestServer({
    LLM_BASE_URL: model.baseUrl,
    LLM_API_KEY: "key-of-the-test",
    LLM_MODEL: "test",
    QUOTA_GUEST: "1000/d",
  });
  await registerAndVerify(server, alice);
});
afterAll(async () => {
  await server.close();
  await model.close();
});

const logIn = (accessToken: string) =>
  server.browser().post<SessionAnswer>("/auth/login", { email, password }, { accessToken });

async function messagesOf(conversationId: string, accessToken: string): Promise<Message[]> {
  const path = `/conversations/${conversationId}/messages`;
  return (await server.browser().get<{ items: Message[] }>(path, { accessToken })).body.items ?? [];
}

test("an answer that is being written when its guest signs in is finished in the account", async () => {
  const asked = Promise.withResolvers<void>();
  const signedIn = Promise.withResolvers<void>();
  model.reply(async (answer) => {
    answer.say("Begun for a guest");
    asked.resolve();
    await signedIn.promise;
    answer.say(", finished for an account.");
    answer.end();
  });
  const browser = server.browser();
  const { accessToken } = await guestWithChats(browser);
  const { body: conversation } = await browser.post<{ id: string }>("/conversations", {}, { accessToken });
  const question = { content: "How do I light the lamp?" };
  const answering = browser.post<string>(`/conversations/${conversation.id}/messages`, question, {
    accessToken,
  });
  await asked.promise;
  const { body: session } = await logIn(accessToken);
  expect(session.merged).toEqual({ conversations: 1 });
  expect(await messagesOf(conversation.id, session.accessToken)).toMatchObject([
    { role: "user", content: question.content },
    { role: "assistant", status: "streaming" },
  ]);
  signedIn.resolve();
  expect((await answering).body).toContain("finished for an account");
  const answer = await waitUntil("the answer's end", 60_000, async () => {
    const last = (await messagesOf(conversation.id, session.accessToken)).at(-1);
    return last?.status === "streaming" ? undefined : last;
  });
  expect(answer).toMatchObject({
    status: "complete",
    content: "Begun for a guest, finished for an account.",
  });
});

test("what a guest writes while it signs in is refused, or is the account's, exactly once", async () => {
  model.reply((answer) => {
    answer.say("Light it.");
    answer.end();
  });
  for (let round = 0; round < 5; round++) {
    const { accessToken } = await guestWithChats(server.browser(), [`round-${round}: before`]);
    const writes = Array.from({ length: 8 }, (_, number) => number);
    const [{ body: session }, conversations, bookmarks] = await Promise.all([
      logIn(accessToken),
      Promise.all(
        writes.map((number) =>
          server
            .browser()
            .post<{ title: string }>(
              "/conversations",
              { title: `round-${round}: ${number}` },
              { accessToken },
            ),
        ),
      ),
      Promise.all(
        writes.map((number) =>
          server
            .browser()
            .post<{ page: string }>("/me/bookmarks", { page: `/round-${round}/${number}` }, { accessToken }),
        ),
      ),
    ]);
    for (const { status } of [...conversations, ...bookmarks]) expect([201, 401]).toContain(status);
    const accepted = <T extends { status: number }>(answers: readonly T[]) =>
      answers.filter(({ status }) => status === 201);
    const titles = accepted(conversations).map(({ body }) => body.title);
    const own = (await titlesOf(server, session.accessToken)).filter((title) =>
      title.startsWith(`round-${round}:`),
    );
    expect(own).toEqual([...titles, `round-${round}: before`].sort());
    const pages = (await bookmarksOf(server, session.accessToken)).map(({ page }) => page);
    expect(pages.filter((page) => page.startsWith(`/round-${round}/`)).sort()).toEqual(
      accepted(bookmarks)
        .map(({ body }) => body.page)
        .sort(),
    );
  }
});
