import { accountOf, createClient } from "@bookplate/client";
import { createBoundFetch } from "@bookplate/client/dpop";

const client = createClient({ fetch: createBoundFetch() });
const status = document.querySelector("[role=status]");

function show(): void {
  const state = client.getSnapshot();
  if (status) status.textContent = `${state.status} ${accountOf(state)?.name ?? "nobody"}`;
}

function when(id: string, act: () => Promise<unknown>): void {
  document.querySelector(`#${id}`)?.addEventListener("click", () => void act());
}

when("ask", async () => {
  const { id } = await client.chats.create();
  for await (const event of client.chats.ask(id, { content: "What is a guest?" })) {
    if (status) status.textContent = event.type;
  }
});
when("register", () =>
  client.auth.register({
    name: "Alice",
    email: `alice-${crypto.randomUUID()}@example.org`,
    password: "lantern orchard velvet nine",
  }),
);
when("sign-out", client.auth.logout);
client.subscribe(show);
client.start();
show();
