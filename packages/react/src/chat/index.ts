export { ChatPanel, type ChatPanelProps } from "./ChatPanel.tsx";
export { openConversation } from "./conversation-requests.ts";
