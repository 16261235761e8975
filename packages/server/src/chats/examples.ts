import type { Conversation, Message } from "./schemas.ts";

export const exampleConversation: Conversation = {
  id: "01937b1d-3c40-7e18-9a6f-4d2b7c8e9f01",
  title: "Which cookies are set?",
  page: "/how-sessions-work",
  createdAt: "2026-11-21T09:30:00.000Z",
  updatedAt: "2026-11-21T09:31:12.000Z",
};

const exampleSource = {
  title: "How sessions work › Cookies",
  url: "/how-sessions-work#cookies",
  quote: "The refresh token of an account is in a cookie that no script can read.",
};

const question: Message = {
  id: "01937b1d-5a77-7c02-8f3d-1e9a0b6c7d24",
  role: "user",
  content: "Which cookies are set?",
  sources: [],
  status: "complete",
  feedback: null,
  reported: false,
  createdAt: "2026-11-21T09:31:10.000Z",
};

const answer: Message = {
  id: "01937b1d-5a78-7211-b4c6-92d0e5f7a813",
  role: "assistant",
  content: `> ${exampleSource.quote}\n\n[${exampleSource.title}](${exampleSource.url})`,
  sources: [exampleSource],
  status: "complete",
  feedback: null,
  reported: false,
  createdAt: "2026-11-21T09:31:10.000Z",
};

export const exampleMessages: Message[] = [question, answer];

/** The stream of {@link answer}, as it goes over the wire. */
export const exampleEvents = [
  { type: "start", messageId: answer.id },
  {
    type: "source-url",
    sourceId: exampleSource.url,
    url: exampleSource.url,
    title: exampleSource.title,
    providerMetadata: { bookplate: { quote: exampleSource.quote } },
  },
  { type: "start-step" },
  { type: "text-start", id: "0" },
  { type: "text-delta", id: "0", delta: answer.content },
  { type: "text-end", id: "0" },
  { type: "finish-step" },
  { type: "finish", finishReason: "stop" },
]
  .map((event) => `data: ${JSON.stringify(event)}\n\n`)
  .concat("data: [DONE]\n\n")
  .join("");
