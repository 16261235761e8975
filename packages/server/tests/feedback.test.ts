import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { uuidv7 } from "../src/uuid.ts";
import { guestWithChats } from "./support/guests.ts";
import { alice, bob, registerAndVerify } from "./support/people.ts";
import { converse, messagesOf } from "./support/reports.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let mine: string;
let others: string;
beforeAll(async () => {
  server = await startTestServer();
  mine = (await registerAndVerify(server, alice)).accessToken;
  others = (await registerAndVerify(server, bob)).accessToken;
});
afterAll(() => server.close());

const rate = (accessToken: string, id: string, body: object) =>
  server.browser().post<{ code?: string }>(`/messages/${id}/feedback`, body, { accessToken });
const unrate = (accessToken: string, id: string) =>
  server.browser().send<{ code?: string }>("DELETE", `/messages/${id}/feedback`, { accessToken });

describe("a thumb", () => {
  test("is noted with the answer, replaced by the next one, and taken back", async () => {
    const { id, messages } = await converse(server, mine, "How do I light the lamp?");
    const [question, answer] = messages;
    expect(messages.map(({ feedback, reported }) => ({ feedback, reported }))).toEqual([
      { feedback: null, reported: false },
      { feedback: null, reported: false },
    ]);
    const shown = async () => (await messagesOf(server, mine, id)).map(({ feedback }) => feedback);

    expect((await rate(mine, answer?.id ?? "", { rating: "up" })).status).toBe(204);
    expect(await shown()).toEqual([null, "up"]);
    expect((await rate(mine, answer?.id ?? "", { rating: "down", comment: "Wrong page" })).status).toBe(204);
    expect(await shown()).toEqual([null, "down"]);
    expect((await unrate(mine, answer?.id ?? "")).status).toBe(204);
    expect((await unrate(mine, answer?.id ?? "")).status).toBe(204);
    expect(await shown()).toEqual([null, null]);

    expect(await rate(mine, question?.id ?? "", { rating: "up" })).toMatchObject({ status: 404 });
  });

  test("is for one's own answers: a stranger's and one that does not exist are refused alike", async () => {
    const { messages } = await converse(server, mine, "What is the lens?");
    const [refused, unknown] = await Promise.all([
      rate(others, messages[1]?.id ?? "", { rating: "up" }),
      rate(others, uuidv7(), { rating: "up" }),
    ]);
    expect(refused).toMatchObject({ status: 404, body: { code: "not-found" } });
    expect({ ...refused.body, requestId: "" }).toEqual({ ...unknown.body, requestId: "" });
    expect((await unrate(others, messages[1]?.id ?? "")).status).toBe(404);
  });

  test.each([
    [{}],
    [{ rating: "sideways" }],
    [{ rating: "up", comment: "x".repeat(2_001) }],
    [{ rating: "up", id: "x" }],
  ])("is not %j", async (body) => {
    const { messages } = await converse(server, mine, "Fuel?");
    expect((await rate(mine, messages[1]?.id ?? "", body)).status).toBe(422);
  });

  test("of a guest comes along into the account, and is in its copy", async () => {
    const browser = server.browser();
    const guest = await guestWithChats(browser);
    const { id, messages } = await converse(server, guest.accessToken, "How do I clean the prisms?");
    await rate(guest.accessToken, messages[1]?.id ?? "", { rating: "down", comment: "Too short" });
    const { email, password } = alice;
    const login = await browser.post<{ accessToken: string }>(
      "/auth/login",
      { email, password },
      { accessToken: guest.accessToken },
    );
    const { accessToken } = login.body;
    expect((await messagesOf(server, accessToken, id))[1]?.feedback).toBe("down");
    const copy = await server.browser().get<{ feedback: object[] }>("/me/export", { accessToken });
    expect(copy.body.feedback).toContainEqual({
      messageId: messages[1]?.id,
      rating: "down",
      comment: "Too short",
      createdAt: expect.any(String),
    });
  });
});
