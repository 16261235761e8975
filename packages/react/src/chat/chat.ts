import { type Ask, createAsk } from "./ask.ts";
import type { ChatClient } from "./chat-client.ts";
import { createDesk } from "./chat-desk.ts";
import { type ChatState, type Draft, EMPTY_DRAFT, type Quote } from "./chat-state.ts";
import { type Conversations, createConversations } from "./conversations.ts";
import type { Drafts } from "./drafts.ts";
import { chosenDraft, type Reader, readerChange } from "./reader.ts";
import { createReadThread } from "./thread.ts";

export interface ChatOptions {
  readonly client: ChatClient;
  readonly drafts: Drafts;
  /** Path of the page on the screen. */
  readonly currentPage: () => string;
}

/** The chat without its screen: state, and what a reader can do. Knows neither React nor the document. */
export interface Chat {
  getSnapshot(): ChatState;
  subscribe(listener: () => void): () => void;
  /** Tells who reads now; drops what belonged to somebody else. */
  setReader(reader: Reader, how?: { sessionEnded?: boolean }): void;
  setDraft(text: string): void;
  setQuote(quote: Quote | null): void;
  ask: Ask;
  /** Asks the last question of the thread once more. */
  askAgain(): Promise<void>;
  /** Reads the thread until its answer is complete, after the connection broke. */
  resume(): Promise<void>;
  open(id: string): Promise<void>;
  startNew(): void;
  showList(): Promise<void>;
  showConversation(): void;
  dismissProblem(): void;
  readonly conversations: Conversations;
  /** @returns stops listening to the server; answers under way are stored all the same */
  connect(): () => void;
}

const NOBODY = "nobody";

export function createChat({ client, drafts, currentPage }: ChatOptions): Chat {
  const desk = createDesk(client);
  const { dispatch, getSnapshot } = desk;
  const conversations = createConversations(desk);
  const readThread = createReadThread(desk);
  const ask = createAsk(desk, readThread, currentPage);
  let reader: Reader | null = null;
  /** The account whose session ended under a draft: only it may find the draft again. */
  let draftOwner: string | null = null;

  const draftKey = () => draftOwner ?? reader?.id ?? NOBODY;
  const setDraft = (draft: Draft) => dispatch({ type: "draft-changed", draft });
  const rememberDraft = (draft: Draft) => {
    if (reader !== null) drafts.write(draftKey(), draft);
  };

  function setReader(next: Reader, { sessionEnded = false } = {}): void {
    const change = readerChange(reader, next, { sessionEnded, draftOwner });
    const typed = getSnapshot().draft;
    const last = reader;
    const lastKey = draftKey();

    if (change.draft === "forget") drafts.write(lastKey, EMPTY_DRAFT);
    if (change.draft === "keep" && last !== null && next.kind === "user") drafts.write(lastKey, EMPTY_DRAFT);
    if (next.kind === "user") draftOwner = null;
    else if (sessionEnded && last?.kind === "user") draftOwner = last.id;
    reader = next;

    const remembered = change.draft === "forget" ? EMPTY_DRAFT : drafts.read(draftKey());
    const draft = change.draft === "keep" ? chosenDraft(typed, remembered) : remembered;
    if (change.chats === "empty") {
      desk.leaveReader();
      dispatch({ type: "emptied", draft });
    } else if (draft !== typed) setDraft(draft);
    if (draft === typed) drafts.write(draftKey(), draft);
    if (change.chats !== "keep" && next.id !== null) void conversations.read();
  }

  return {
    getSnapshot,
    subscribe: desk.subscribe,
    setReader,
    setDraft: (text) => setDraft({ ...getSnapshot().draft, text }),
    setQuote: (quote) => setDraft({ ...getSnapshot().draft, quote }),
    ask,
    async askAgain() {
      const last = getSnapshot().messages.findLast(({ role }) => role === "user");
      if (last !== undefined) await ask({ text: last.content, quote: null }, { fromDraft: false });
    },
    async resume() {
      const { conversationId } = getSnapshot();
      if (conversationId === null) return;
      dispatch({ type: "rereading" });
      await readThread(conversationId);
    },
    async open(id) {
      if (getSnapshot().conversationId === id && getSnapshot().thread === "read") {
        dispatch({ type: "view-chosen", view: "conversation" });
        return;
      }
      desk.leaveThread();
      dispatch({ type: "conversation-opened", id });
      await readThread(id);
    },
    startNew() {
      desk.leaveThread();
      dispatch({ type: "conversation-opened", id: null });
    },
    async showList() {
      dispatch({ type: "view-chosen", view: "list" });
      if (reader !== null && reader.id !== null && getSnapshot().list !== "reading")
        await conversations.read();
    },
    showConversation: () => dispatch({ type: "view-chosen", view: "conversation" }),
    dismissProblem: () => dispatch({ type: "problem", problem: null }),
    conversations,
    connect() {
      const forget = watchDraft(desk, rememberDraft);
      return () => {
        forget();
        desk.leaveReader();
        reader = null;
      };
    },
  };
}

function watchDraft(
  chat: Pick<Chat, "getSnapshot" | "subscribe">,
  changed: (draft: Draft) => void,
): () => void {
  let last = chat.getSnapshot().draft;
  return chat.subscribe(() => {
    const { draft } = chat.getSnapshot();
    if (draft === last) return;
    last = draft;
    changed(draft);
  });
}
