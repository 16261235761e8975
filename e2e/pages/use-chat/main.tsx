import { createClient } from "@bookplate/client";
import { createRoot } from "react-dom/client";
import { Chat, toUiMessage } from "./Chat.tsx";

const client = createClient();
client.start();

/** The conversation stays in the address, for a reload. */
async function open() {
  const known = location.hash.slice(1);
  if (known === "") {
    const { id } = await client.chats.create();
    location.hash = id;
    return { id, stored: [] };
  }
  const { items } = await client.chats.messages(known);
  return { id: known, stored: items.map(toUiMessage) };
}

const { id, stored } = await open();
const place = document.querySelector("#chat");
if (place) createRoot(place).render(<Chat client={client} id={id} stored={stored} />);
