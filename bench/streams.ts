// Many answers at once from a slow model behind OpenAI's protocol: when each reader sees the first byte, and what a stream
// costs in memory. The model runs beside the load, off the server's core.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { findFreePort } from "../scripts/free-port.ts";
import { describeMachine, writeRow } from "./medians.ts";
import { bookplate } from "./peers/peers.ts";
import { pinLoad, startPinned, startPinnedPostgres } from "./pinned.ts";
import { residentMib } from "./resident.ts";
import { openConversation, percentile, readStream } from "./stream-client.ts";

const wordMs = 250;
/** What an answer of such a model takes at the least. */
const leastSeconds = 15;
const openedAtOnce = 20;

/** @param given - how many streams; 500 unless said */
export async function measure([given = "500"]: readonly string[]): Promise<void> {
  const count = Number(given);
  const machine = describeMachine();
  pinLoad();
  const model = await startSlowModel();
  const postgres = await startPinnedPostgres();
  const port = await findFreePort();
  const { command, readyPath, environment } = bookplate;
  const server = await startPinned(command(port), {
    port,
    readyPath,
    environment: {
      ...environment(port, postgres.create("streams")),
      LLM_BASE_URL: model.baseUrl,
      LLM_MODEL: "slow",
      QUOTA_GUEST: "none",
      QUOTA_NETWORK: "none",
    },
  });
  process.stdout.write(`${machine}; ${count} streams at once, a word every ${wordMs} ms, Postgres\n\n`);
  try {
    const guests: Awaited<ReturnType<typeof openConversation>>[] = [];
    while (guests.length < count) {
      const some = Math.min(openedAtOnce, count - guests.length);
      guests.push(...(await Promise.all(Array.from({ length: some }, () => openConversation(port)))));
    }
    // Not counted: what is loaded with the first answer.
    model.hurry(true);
    for (const guest of guests.slice(0, 5))
      await readStream(port, { ...guest, question: "How does it begin?" });
    model.hurry(false);
    const before = residentMib(port);
    let begun = 0;
    let most = before;
    const watching = setInterval(() => {
      most = Math.max(most, residentMib(port));
      if (begun === count) model.hurry(performance.now() - startedAt > leastSeconds * 1_000);
    }, 200);
    const startedAt = performance.now();
    // Without its end the look at a server that was stopped would hide why it was.
    const times = await Promise.all(
      guests.map((guest) =>
        readStream(port, { ...guest, question: "How does it go on?" }, () => {
          begun += 1;
        }),
      ),
    ).finally(() => clearInterval(watching));
    const first = times.map(({ firstByteMs }) => firstByteMs);
    const words = times.map(({ firstTextMs }) => firstTextMs);
    writeRow(["", "p50, ms", "p99, ms"]);
    writeRow(["---", "---", "---"]);
    writeRow(["first byte", percentile(first, 0.5).toFixed(0), percentile(first, 0.99).toFixed(0)]);
    writeRow(["first word", percentile(words, 0.5).toFixed(0), percentile(words, 0.99).toFixed(0)]);
    const each = ((most - before) * 1024) / count;
    process.stdout.write(
      `\n${times.length} of ${count} answers whole. Resident before ${before.toFixed(0)} MiB, at most ${most.toFixed(0)} MiB: ` +
        `${each.toFixed(0)} KiB for each stream, with its connection to the model.\n`,
    );
  } finally {
    await server.stop();
    await postgres.stop();
    await model.close();
  }
}

/** Says a word at a time for as long as it is not told to hurry. */
async function startSlowModel() {
  let hurried = false;
  const server = createServer((asked, answer) => {
    asked.resume();
    answer.writeHead(200, { "content-type": "text/event-stream" });
    const say = (delta: object, reason: string | null) =>
      answer.write(
        `data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", created: 1, model: "slow", choices: [{ index: 0, delta, finish_reason: reason }] })}\n\n`,
      );
    say({ content: "It " }, null);
    const timer = setInterval(() => {
      say({ content: "goes on " }, null);
      if (!hurried) return;
      clearInterval(timer);
      say({}, "stop");
      answer.end("data: [DONE]\n\n");
    }, wordMs);
    answer.once("close", () => clearInterval(timer));
  });
  server.listen(0, "127.0.0.1", 1024);
  await once(server, "listening");
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    hurry: (now: boolean) => {
      hurried = now;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
