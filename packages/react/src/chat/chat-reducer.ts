import type { Conversation, Message } from "./chat-client.ts";
import { type ChatAction, type ChatState, EMPTY_CHAT, EMPTY_DRAFT } from "./chat-state.ts";

/** The panel's state machine. Pure: the same state and action give the same next state. */
export function chatReducer(state: ChatState, action: ChatAction): ChatState {
  switch (action.type) {
    case "emptied":
      return { ...EMPTY_CHAT, draft: action.draft };
    case "view-chosen":
      return { ...state, view: action.view, problem: null };
    case "list-requested":
      return { ...state, list: "reading" };
    case "list-read":
      return { ...state, list: "read", conversations: action.items, nextCursor: action.nextCursor };
    case "more-read":
      return { ...state, conversations: joined(state, action.items), nextCursor: action.nextCursor };
    case "list-failed":
      return { ...state, list: "failed", problem: action.problem };
    case "conversation-opened":
      return {
        ...state,
        view: "conversation",
        conversationId: action.id,
        thread: action.id === null ? "read" : "reading",
        messages: [],
        answer: "idle",
        problem: null,
      };
    case "conversation-made":
      return {
        ...state,
        conversationId: action.conversation.id,
        conversations: [action.conversation, ...state.conversations],
      };
    case "conversation-renamed":
      return { ...state, conversations: state.conversations.map(replacedBy(action.conversation)) };
    case "conversation-removed": {
      const conversations = state.conversations.filter(({ id }) => id !== action.id);
      if (state.conversationId !== action.id) return { ...state, conversations };
      return { ...state, conversations, conversationId: null, thread: "read", messages: [], answer: "idle" };
    }
    case "message-wanted":
      return { ...state, wantedMessage: action.id };
    case "thread-read":
      return threadRead(state, action.messages);
    case "thread-failed":
      // What is on the screen stays there: a thread that cannot be read again is still worth reading.
      return {
        ...state,
        thread: state.messages.length === 0 ? "failed" : "read",
        answer: isComing(state) ? "broken" : state.answer,
        problem: action.problem,
      };
    case "draft-changed":
      return { ...state, draft: action.draft };
    case "asked":
      return { ...state, answer: "sending", problem: null };
    case "refused":
      return { ...state, answer: "idle", problem: action.problem };
    case "started":
      return {
        ...state,
        conversations: usedNow(state, action.question.createdAt),
        messages: [...before(state.messages, action.answer.id), action.question, action.answer],
        answer: "streaming",
        draft: action.fromDraft ? EMPTY_DRAFT : state.draft,
      };
    case "text":
      return withAnswer(state, (answer) => ({ ...answer, content: answer.content + action.delta }));
    case "source":
      // A stream that is followed again begins with what is known.
      return withAnswer(state, (answer) =>
        answer.sources.some(({ url }) => url === action.source.url)
          ? answer
          : { ...answer, sources: [...answer.sources, action.source] },
      );
    case "finished":
      if (!isComing(state)) return state;
      return ready(withAnswer(state, (answer) => ({ ...answer, status: "complete" })));
    case "failed":
      return { ...withAnswer(state, (answer) => ({ ...answer, status: "failed" })), answer: "idle" };
    case "broken":
      return { ...state, answer: "broken" };
    case "resuming":
      return { ...state, answer: "resuming", problem: null };
    case "stopping":
      return { ...state, answer: "stopping", problem: null };
    case "message-changed":
      return {
        ...state,
        messages: state.messages.map((message) =>
          message.id === action.id ? { ...message, ...action.change } : message,
        ),
      };
    case "problem":
      return { ...state, problem: action.problem };
  }
}

/** What precedes a question: one that was asked before and is sent again, its answer having been lost, may be known. */
function before(messages: readonly Message[], answerId: string): readonly Message[] {
  const known = messages.findIndex(({ id }) => id === answerId);
  return known < 0 ? messages : messages.slice(0, known - 1);
}

/** Whether the last message is an answer that the server is still writing. */
export const isBeingWritten = (messages: readonly Message[]): boolean =>
  messages.at(-1)?.status === "streaming";

/** Whether the answer to a stored question is on its way to this tab. */
export const isComing = ({ answer }: ChatState): boolean =>
  answer === "streaming" || answer === "resuming" || answer === "stopping";

function threadRead(state: ChatState, messages: readonly Message[]): ChatState {
  const next: ChatState = { ...state, thread: "read", messages };
  // Asked while the conversation was still being read.
  if (state.answer === "sending") return next;
  if (isBeingWritten(messages)) return { ...next, answer: isComing(state) ? state.answer : "resuming" };
  return isComing(state) ? ready(next) : { ...next, answer: "idle" };
}

const ready = (state: ChatState): ChatState => ({
  ...state,
  answer: "idle",
  answersReady: state.answersReady + 1,
  stopped: state.answer === "stopping",
  problem: state.problem?.code === "answer-running" ? null : state.problem,
});

function withAnswer(state: ChatState, change: (answer: Message) => Message): ChatState {
  const answer = state.messages.at(-1);
  if (answer?.role !== "assistant") return state;
  return { ...state, messages: [...state.messages.slice(0, -1), change(answer)] };
}

function joined(state: ChatState, more: readonly Conversation[]): readonly Conversation[] {
  const known = new Set(state.conversations.map(({ id }) => id));
  return [...state.conversations, ...more.filter(({ id }) => !known.has(id))];
}

const replacedBy = (changed: Conversation) => (conversation: Conversation) =>
  conversation.id === changed.id ? changed : conversation;

/** The list is ordered by last use, as the server orders it. */
function usedNow(state: ChatState, updatedAt: string): readonly Conversation[] {
  const used = state.conversations.find(({ id }) => id === state.conversationId);
  if (used === undefined) return state.conversations;
  return [{ ...used, updatedAt }, ...state.conversations.filter((one) => one !== used)];
}
