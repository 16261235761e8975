// A guest with very many conversations signs in: how long the merge takes, and how many statements it is.
import pg from "pg";
import { findFreePort } from "../scripts/free-port.ts";
import { Connection, request } from "./load.ts";
import { describeMachine, median, writeRow } from "./medians.ts";
import { bookplate } from "./peers/peers.ts";
import { pinLoad, startPinned, startPinnedPostgres } from "./pinned.ts";

const rounds = 5;
/** A question and an answer. */
const messagesPerConversation = 2;

/** @param given - how many conversations are very many; 10 000 unless said */
export async function measure([many = "10000"]: readonly string[]): Promise<void> {
  const machine = describeMachine();
  pinLoad();
  const postgres = await startPinnedPostgres();
  try {
    const databaseUrl = postgres.create("merge");
    const port = await findFreePort();
    const server = await startPinned(bookplate.command(port), {
      port,
      readyPath: bookplate.readyPath,
      environment: { ...bookplate.environment(port, databaseUrl), EMAIL_VERIFICATION: "off" },
    });
    const client = new pg.Client({ connectionString: databaseUrl });
    client.on("error", () => {});
    await client.connect();
    const connection = new Connection(port);
    const post = async (path: string, body: object, accessToken?: string) => {
      const headers = accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` };
      const answer = await connection.ask(request("POST", `/api/v1${path}`, { headers, body }));
      if (answer.status >= 300) throw new Error(`${path} was answered ${answer.status}: ${answer.body}`);
      return JSON.parse(answer.body);
    };
    const alice = { email: "alice@example.org", name: "Alice", password: "lantern orchard velvet nine" };
    const account = await post("/auth/register", { ...alice, delivery: "body" });

    process.stdout.write(`${machine}; medians of ${rounds}\n\n`);
    writeRow(["conversations", "with messages", "merge", "slowest"]);
    writeRow(["---", "---", "---", "---"]);
    for (const conversations of [1, 100, Number(many)]) {
      const took: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const guest = await post("/auth/guest", { delivery: "body" });
        await seed(client, guest.account.id, conversations);
        const startedAt = performance.now();
        const { merged } = await post(
          "/guests/claim",
          { guestToken: guest.accessToken },
          account.accessToken,
        );
        took.push(performance.now() - startedAt);
        if (merged.conversations !== conversations) throw new Error(`${merged.conversations} were merged.`);
      }
      const ms = (value: number) => `${value.toFixed(1)} ms`;
      writeRow([
        conversations,
        conversations * messagesPerConversation,
        ms(median(took)),
        ms(Math.max(...took)),
      ]);
    }
    connection.close();
    await client.end();
    await server.stop();
  } finally {
    await postgres.stop();
  }
}

async function seed(client: pg.Client, guestId: string, conversations: number): Promise<void> {
  await client.query(
    `with begun as (
       insert into conversation (id, owner_id, title, created_at, updated_at)
       select gen_random_uuid(), $1::uuid, 'How do I start?', now(), now() from generate_series(1, $2::int) returning id)
     insert into message (id, conversation_id, role, content, status, created_at, updated_at)
     select gen_random_uuid(), id, role, 'Run npm start.', 'complete', now(), now()
     from begun, unnest(array['user', 'assistant']) role`,
    [guestId, conversations],
  );
  await client.query("analyze conversation");
}
