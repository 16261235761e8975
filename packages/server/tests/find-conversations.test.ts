import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ConversationHit } from "../src/chats/schemas.ts";
import { type ChatReader, type ChatRooms, openChatRooms } from "./support/chat-rooms.ts";
import { createScriptedModel, type ScriptedModel } from "./support/scripted-model.ts";

let scripted: ScriptedModel;
let rooms: ChatRooms;
let alice: ChatReader;

beforeAll(async () => {
  scripted = createScriptedModel();
  rooms = await openChatRooms(scripted.model);
});
beforeEach(async () => {
  alice = rooms.as(await rooms.addReader("alice"));
});
afterAll(() => rooms.close());

async function talk(question: string, answer: string, title?: string): Promise<string> {
  rooms.clock.advance(1_000);
  const id = await alice.begin(title === undefined ? {} : { title });
  const asked = await alice.ask(id, question);
  await scripted.asked();
  scripted.write(answer);
  scripted.finish();
  await asked.text();
  return id;
}

async function search(reader: ChatReader, q: string, more = "") {
  const answer = await reader.send("GET", `/conversations/search?q=${encodeURIComponent(q)}${more}`);
  return (await answer.json()) as { items: ConversationHit[]; nextCursor: string | null };
}

const foundIds = async (q: string) =>
  (await search(alice, q)).items.map(({ conversation }) => conversation.id);

describe("alice's search in her own chats", () => {
  test("finds questions, answers and titles, the last used first, whatever the case and the accents", async () => {
    const oil = await talk("Which oil?", "> **Pétrole**, nothing else.");
    const named = await talk("And this?", "No.", "Petrole prices");
    await talk("Something else?", "Yes.");
    expect(await foundIds("PETROLE")).toEqual([named, oil]);
    const [byTitle, byAnswer] = (await search(alice, "petrole")).items;
    expect(byTitle).toMatchObject({ messageId: null, excerpt: "Petrole prices" });
    expect(byAnswer).toMatchObject({ excerpt: "Pétrole, nothing else." });
    expect(byAnswer?.messageId).toBe((await alice.lastMessage(oil))?.id);
    await alice.send("PATCH", `/conversations/${named}`, { title: "Prices" });
    expect(await foundIds("petrole")).toEqual([oil]);
  });

  test("wants every word, of which some may stand in the title, and takes signs for what they are", async () => {
    const id = await talk("How wide is the wick?", "100 % of it_self.", "The lamp");
    await talk("How wide is the lens?", "Wide.", "The mirror");
    expect(await foundIds("wick lamp")).toEqual([id]);
    expect(await foundIds("wick mirror")).toEqual([]);
    expect(await foundIds("100 %")).toEqual([id]);
    expect(await foundIds("it_s")).toEqual([id]);
    expect(await foundIds("wi_k")).toEqual([]);
    expect(await foundIds("' or true --")).toEqual([]);
    expect(await foundIds("   ")).toEqual([]);
  });

  test.each([
    ["چراغ کیسے جلایا جاتا ہے؟", "چراغ جلايا"],
    ["كيف أُضيءُ المصباح؟", "اضيء المصباح"],
    ["灯怎么点亮？", "点亮"],
    ["दीपक कैसे जलाएँ?", "दीपक"],
  ])("finds %s by %s", async (question, q) => {
    const id = await talk(question, "…");
    expect(await foundIds(q)).toEqual([id]);
  });

  test("finds nothing of bob's, and nothing that is hidden", async () => {
    const id = await talk("A secret about bananas?", "Bananas are yellow.", "Fruit");
    expect((await search(rooms.as(await rooms.addReader("bob")), "bananas")).items).toEqual([]);
    await rooms.db
      .updateTable("message")
      .set({ status: "hidden" })
      .where("conversationId", "=", id)
      .execute();
    expect(await foundIds("bananas")).toEqual([]);
  });

  test("comes page by page", async () => {
    const ids = [await talk("Page one?", "."), await talk("Page two?", "."), await talk("Page three?", ".")];
    const first = await search(alice, "page", "&limit=2");
    expect(first.items.map(({ conversation }) => conversation.id)).toEqual([ids[2], ids[1]]);
    const second = await search(alice, "page", `&limit=2&cursor=${first.nextCursor}`);
    expect(second.items.map(({ conversation }) => conversation.id)).toEqual([ids[0]]);
    expect(second.nextCursor).toBeNull();
  });

  test("looks at a bounded number of conversations for each page", async () => {
    const id = await talk("The oldest of all?", ".");
    const at = new Date(rooms.clock.now().getTime() + 60_000);
    await rooms.db.transaction().execute(async (trx) => {
      for (let i = 0; i < 2_000; i += 500) {
        const rows = Array.from({ length: 500 }, () => ({
          id: crypto.randomUUID(),
          ownerId: alice.id,
          title: "Another",
          page: null,
          createdAt: at,
          updatedAt: at,
        }));
        await trx.insertInto("conversation").values(rows).execute();
      }
    });
    const first = await search(alice, "oldest");
    expect(first.items).toEqual([]);
    const second = await search(alice, "oldest", `&cursor=${first.nextCursor}`);
    expect(second.items.map(({ conversation }) => conversation.id)).toEqual([id]);
  });

  test.each(["", "?q=", `?q=${"x".repeat(201)}`, "?q=a%00b", "?q=a&limit=0", "?q=a&cursor=nonsense"])(
    "refuses %s",
    async (query) => {
      expect((await alice.send("GET", `/conversations/search${query}`)).status).toBe(422);
    },
  );
});

describe("one conversation as a file", () => {
  test("has everything that was said, with links that work outside of the book", async () => {
    const id = await talk("How do I *light* the lamp?", "See [the lamp](/lamp).", "چراغ / lamp");
    const markdown = await alice.send("GET", `/conversations/${id}/export`);
    expect(markdown.headers.get("content-type")).toBe("text/markdown; charset=utf-8");
    expect(markdown.headers.get("content-disposition")).toBe(
      `attachment; filename="lamp.md"; filename*=UTF-8''${encodeURIComponent("چراغ lamp.md")}`,
    );
    const text = await markdown.text();
    expect(text).toContain("# چراغ / lamp\n");
    expect(text).toContain("## Question\n\nHow do I \\*light\\* the lamp?\n");
    expect(text).toContain("See [the lamp](http://book.test/lamp).");
    expect(text).toContain("](http://book.test/lamp#how-do-i-light-the-lamp)");

    const json = await alice.send("GET", `/conversations/${id}/export?format=json`);
    expect(json.headers.get("content-disposition")).toContain('filename="lamp.json"');
    expect(await json.json()).toMatchObject({
      conversation: { id, title: "چراغ / lamp" },
      messages: [{ content: "How do I *light* the lamp?" }, { content: "See [the lamp](/lamp)." }],
    });
  });

  test("is in the reader's language, and leaves out what is hidden", async () => {
    const id = await talk("What is it?", "A secret.");
    await rooms.preferences.update(alice.id, { language: "de" });
    await rooms.db
      .updateTable("message")
      .set({ status: "hidden" })
      .where("conversationId", "=", id)
      .where("role", "=", "assistant")
      .execute();
    const text = await (await alice.send("GET", `/conversations/${id}/export`)).text();
    expect(text).toContain("## Frage");
    expect(text).toContain("von der Moderation ausgeblendet");
    for (const format of ["markdown", "json"]) {
      const file = await alice.send("GET", `/conversations/${id}/export?format=${format}`);
      expect(await file.text()).not.toContain("secret");
    }
  });

  test("is nobody else's", async () => {
    const id = await talk("Mine?", "Yes.");
    const bob = rooms.as(await rooms.addReader("bob"));
    expect((await bob.send("GET", `/conversations/${id}/export`)).status).toBe(404);
    expect((await alice.send("GET", `/conversations/${id}/export?format=pdf`)).status).toBe(422);
  });
});
