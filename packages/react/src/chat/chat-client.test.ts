import { createClient } from "@bookplate/client";
import { expect, test, vi } from "vitest";
import { type ChatClient, inLanguage } from "./chat-client.ts";

async function* silence() {}

test("a question says in which language the page is read", () => {
  const ask = vi.fn<ChatClient["ask"]>(silence);
  const notCalled = () => Promise.reject(new Error("not asked for"));
  const list = vi.fn<ChatClient["list"]>(notCalled);
  const others = { create: notCalled, rename: notCalled, remove: notCalled, messages: notCalled };
  const client = inLanguage({ ...others, list, ask }, "ur");

  client.ask("c1", { content: "What is the lamp?" }, {});
  expect(ask).toHaveBeenCalledWith("c1", { content: "What is the lamp?", language: "ur" }, {});
  expect(client.list).toBe(list);
});

test("a client's own calls come along, though they are made only when they are named", () => {
  const client = inLanguage(createClient().chats, "en");
  for (const call of ["create", "list", "rename", "remove", "messages", "ask"] as const) {
    expect(client[call], call).toBeTypeOf("function");
  }
});
