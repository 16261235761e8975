import { type Ask, createAsk, type PageOfQuestion } from "./ask.ts";
import type { ChatClient, Message } from "./chat-client.ts";
import { type ChatDesk, createDesk } from "./chat-desk.ts";
import { toChatProblem } from "./chat-problem.ts";
import { type ChatState, type Draft, EMPTY_DRAFT, type Quote } from "./chat-state.ts";
import { createReadList } from "./conversations.ts";
import { type Drafts, NOBODY } from "./drafts.ts";
import type { OpenConversations } from "./open-conversations.ts";
import { chosenDraft, type Reader, readerChange } from "./reader.ts";
import type { ChatTabs } from "./tabs.ts";
import { createThread } from "./thread.ts";

export interface ChatOptions extends PageOfQuestion {
  readonly client: ChatClient;
  readonly drafts: Drafts;
  readonly openConversations: OpenConversations;
  readonly tabs: ChatTabs;
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
  /** Asks the last question of the thread once more; an answer that is still being written ends first. */
  askAgain(): Promise<void>;
  /** Follows the answer to its end, after the connection broke. */
  resume(): Promise<void>;
  /** Ends the answer that is being written; what came is kept. */
  stop(): Promise<void>;
  /** Shows what the reader did to a message. */
  changeMessage(id: string, change: Partial<Message>): void;
  /** Tells the reader what a call threw. */
  complain(error: unknown): void;
  /** Looks again after a guest's conversations have come along. */
  cameAlong(): void;
  /** @param messageId - where in it the reader wants to go on; its end where it is not given */
  open(id: string, messageId?: string | null): Promise<void>;
  /** The wanted message is on the screen. */
  arrive(): void;
  startNew(): void;
  showList(): Promise<void>;
  showConversation(): void;
  dismissProblem(): void;
  /** Reads the list of conversations again. */
  readList(): Promise<void>;
  /** For what comes with the list's own screen. */
  readonly desk: ChatDesk;
  /** @returns stops listening to the server; answers under way are stored all the same */
  connect(): () => void;
}

export function createChat({ client, drafts, openConversations, tabs, ...page }: ChatOptions): Chat {
  const desk = createDesk(client, tabs.tell);
  const { dispatch, getSnapshot } = desk;
  const readList = createReadList(desk);
  const thread = createThread(desk);
  const ask = createAsk(desk, thread, page);
  let reader: Reader | null = null;
  /** What a guest had open before signing in: the account has it as soon as it has come along. */
  let openAsGuest: string | null = null;
  /** The account whose session ended under a draft: only it may find the draft again. */
  let draftOwner: string | null = null;

  const draftKey = () => draftOwner ?? reader?.id ?? NOBODY;
  const setDraft = (draft: Draft) => dispatch({ type: "draft-changed", draft });
  const rememberDraft = (draft: Draft) => {
    if (reader !== null) drafts.write(draftKey(), draft);
  };

  const rememberOpen = (id: string | null) => {
    if (reader !== null && reader.id !== null) openConversations.write(reader.id, id);
  };
  /** Shows a conversation again, unless the reader is elsewhere already. */
  const reopen = (id: string | null) => {
    const { conversationId, answer } = getSnapshot();
    if (id === null || conversationId !== null || answer !== "idle") return;
    dispatch({ type: "conversation-opened", id });
    void thread.read(id, { silent: true });
  };

  function setReader(next: Reader, { sessionEnded = false } = {}): void {
    const change = readerChange(reader, next, { sessionEnded, draftOwner });
    const typed = getSnapshot().draft;
    const last = reader;
    const lastKey = draftKey();
    const open = getSnapshot().conversationId;

    if (last?.kind === "guest" && last.id !== next.id && open !== null) openAsGuest = open;
    if (next.kind === "guest") openAsGuest = null;
    if (change.draft === "forget" && last !== null && last.id !== null)
      openConversations.write(last.id, null);
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
    rememberOpen(getSnapshot().conversationId ?? (next.id === null ? null : openConversations.read(next.id)));
    if (change.chats === "keep" || next.id === null) return;
    // A guest's conversation may have been left behind: the list says whether it is the account's.
    void readList().then(
      () => getSnapshot().conversations.some(({ id }) => id === openAsGuest) && reopen(openAsGuest),
    );
    if (openAsGuest === null) reopen(openConversations.read(next.id));
  }

  function hear(conversationId: string): void {
    const { list, answer, conversationId: open } = getSnapshot();
    if (list === "read") void readList();
    if (open === conversationId && (answer === "idle" || answer === "broken")) void thread.read(open);
  }

  return {
    getSnapshot,
    subscribe: desk.subscribe,
    setReader,
    setDraft: (text) => setDraft({ text, quote: getSnapshot().draft.quote }),
    setQuote: (quote) => setDraft({ text: getSnapshot().draft.text, quote }),
    ask,
    async askAgain() {
      const { messages } = getSnapshot();
      const question = messages.findLast(({ role }) => role === "user");
      const cut = messages.at(-1);
      if (question === undefined) return;
      if (cut?.status === "streaming") {
        const stopped = await client.stop(cut.id).then(
          () => true,
          () => false,
        );
        if (stopped) dispatch({ type: "message-changed", id: cut.id, change: { status: "complete" } });
      }
      await ask({ text: question.content, quote: null }, { fromDraft: false });
    },
    resume: thread.follow,
    stop: thread.stop,
    complain: (error) => dispatch({ type: "problem", problem: toChatProblem(error) }),
    arrive: () => dispatch({ type: "message-wanted", id: null }),
    changeMessage: (id, change) => dispatch({ type: "message-changed", id, change }),
    cameAlong() {
      void readList();
      reopen(openAsGuest);
    },
    async open(id, messageId = null) {
      dispatch({ type: "message-wanted", id: messageId });
      if (getSnapshot().conversationId === id && getSnapshot().thread === "read") {
        dispatch({ type: "view-chosen", view: "conversation" });
        return;
      }
      desk.leaveThread();
      dispatch({ type: "conversation-opened", id });
      await thread.read(id);
    },
    startNew() {
      desk.leaveThread();
      dispatch({ type: "conversation-opened", id: null });
    },
    async showList() {
      dispatch({ type: "view-chosen", view: "list" });
      if (reader !== null && reader.id !== null && getSnapshot().list !== "reading") await readList();
    },
    showConversation: () => dispatch({ type: "view-chosen", view: "conversation" }),
    dismissProblem: () => dispatch({ type: "problem", problem: null }),
    readList,
    desk,
    connect() {
      const ends = [
        watch(desk, ({ draft }) => draft, rememberDraft),
        watch(desk, ({ conversationId }) => conversationId, rememberOpen),
        tabs.follow(hear),
      ];
      return () => {
        for (const end of ends) end();
        desk.leaveReader();
        reader = null;
      };
    },
  };
}

function watch<Part>(
  chat: Pick<Chat, "getSnapshot" | "subscribe">,
  part: (state: ChatState) => Part,
  changed: (next: Part) => void,
): () => void {
  let last = part(chat.getSnapshot());
  return chat.subscribe(() => {
    const next = part(chat.getSnapshot());
    if (next === last) return;
    last = next;
    changed(next);
  });
}
