import type { Message } from "../../src/chats/schemas.ts";
import type { Report } from "../../src/reports/schemas.ts";
import type { SessionAnswer } from "../../src/sessions/schemas.ts";
import { alice, registerAndVerify } from "./people.ts";
import type { TestServer } from "./server.ts";

/** An account with this role, signed in after it was given. */
export async function signInAs(
  server: TestServer,
  role: "moderator" | "admin",
  name: string = role,
): Promise<SessionAnswer> {
  const person = { ...alice, email: `${name}@example.org`, name };
  const { account } = await registerAndVerify(server, person);
  await server.database.db.updateTable("user").set({ role }).where("id", "=", account.id).execute();
  const { email, password } = person;
  const { body } = await server.browser().post<SessionAnswer>("/auth/login", { email, password });
  return body;
}

/** A new conversation with these questions, and all that was said in it. */
export async function converse(server: TestServer, accessToken: string, ...questions: string[]) {
  const browser = server.browser();
  const { body } = await browser.post<{ id: string }>("/conversations", {}, { accessToken });
  for (const content of questions)
    await browser.post(`/conversations/${body.id}/messages`, { content }, { accessToken });
  return { id: body.id, messages: await messagesOf(server, accessToken, body.id) };
}

export async function messagesOf(server: TestServer, accessToken: string, id: string): Promise<Message[]> {
  const path = `/conversations/${id}/messages?limit=100`;
  return (await server.browser().get<{ items: Message[] }>(path, { accessToken })).body.items;
}

export async function reportsFor(server: TestServer, accessToken: string, query = ""): Promise<Report[]> {
  const path = `/admin/reports${query}`;
  return (await server.browser().get<{ items: Report[] }>(path, { accessToken })).body.items;
}
