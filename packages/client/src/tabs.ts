/** What tabs tell each other: who came or went, never data or tokens. */
export interface TabMessage {
  readonly type: "signed-in" | "signed-out";
  readonly userId: string;
}

export interface Tabs {
  readonly tell: (message: TabMessage) => void;
  readonly close: () => void;
}

/** Joins the conversation of this browser's tabs. */
export function joinTabs(hear: (message: TabMessage) => void): Tabs {
  if (typeof BroadcastChannel === "undefined") return { tell() {}, close() {} };
  const channel = new BroadcastChannel("bookplate");
  channel.onmessage = ({ data }: { readonly data: TabMessage }) => hear(data);
  return { tell: (message) => channel.postMessage(message), close: () => channel.close() };
}
