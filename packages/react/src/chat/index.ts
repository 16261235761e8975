export { ChatPanel, type ChatPanelProps } from "./ChatPanel.tsx";
export { openConversation } from "./open-conversation.ts";
