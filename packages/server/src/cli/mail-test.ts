import { systemClock } from "../clock.ts";
import type { MailWay } from "../config/config.ts";
import { loadConfig, readEnvironment } from "../config/load.ts";
import { type DeliveryError, toDeliveryError } from "../mail/errors.ts";
import { openTransport, openWay } from "../mail/open-transport.ts";
import type { OutgoingLetter } from "../mail/outgoing-letter.ts";
import { renderLetter } from "../mail/render.ts";
import { isOneAddress, readSender } from "../mail/sender.ts";
import type { MailTransport } from "../mail/transport.ts";
import { OperatorRefusal } from "../operator-refusal.ts";
import { uuidv7 } from "../uuid.ts";
import type { Output } from "./output.ts";

interface Tried {
  readonly way: string;
  readonly taken: boolean;
  /** The mail server's own words. */
  readonly answer: string | null;
  readonly mend: string | null;
}

/** Sends one letter by every way that the settings name, past the outbox, and says how each went. */
export async function testMail(output: Output, address: string): Promise<void> {
  const { mail } = output.words;
  if (!isOneAddress(address)) throw new OperatorRefusal((words) => words.mail.noAddress({ address }));
  const config = loadConfig(readEnvironment());
  const from = readSender(config.mail.from);
  const at = systemClock.now();
  const letter = { kind: "mail-test", to: address, language: output.words.language, at } as const;
  const rendered = await renderLetter(letter, from.book);

  async function attempt(way: string, transport: MailTransport): Promise<Tried> {
    const outgoing: OutgoingLetter = {
      ...rendered,
      // Each way gets a letter of its own: another id, or the second would be the same letter.
      id: uuidv7(),
      kind: letter.kind,
      letter,
      from,
      to: address,
      attempt: 1,
      unsubscribeUrl: null,
    };
    try {
      await transport.send(outgoing);
      return { way, taken: true, answer: null, mend: null };
    } catch (thrown) {
      const error: DeliveryError = toDeliveryError(thrown);
      const mend = error.mend ? mail.mends[error.mend] : null;
      return { way, taken: false, answer: error.answer ?? error.failure, mend };
    } finally {
      await transport.close();
    }
  }

  const tried: Tried[] = [];
  if (config.mail.kind === "mailbox") {
    const { transport } = await openTransport(config.mail, {
      directory: config.dataDirectory,
      clock: systemClock,
    });
    tried.push(await attempt("mailbox", transport));
  } else {
    for (const way of config.mail.ways) tried.push(await attempt(nameWay(way), await openWay(way)));
  }
  const allTaken = tried.every(({ taken }) => taken);
  output.answer({ from: config.mail.from, to: address, tried, allTaken }, [
    ...tried.flatMap((one) => describe(one, output)),
    config.mail.kind === "mailbox" ? mail.testCaught : allTaken ? mail.testTaken : mail.testRefused,
  ]);
  if (!allTaken) process.exitCode = 1;
}

function nameWay(way: MailWay): string {
  return way.kind === "smtp"
    ? `smtp ${URL.parse(way.url.reveal())?.host ?? ""}`
    : `resend ${URL.parse(way.baseUrl)?.host ?? ""}`;
}

function describe(
  { way, taken, answer, mend }: Tried,
  { paint, words: { doctor, settings } }: Output,
): string[] {
  const status = taken ? paint("green", doctor.status.ok) : paint("red", doctor.status.fail);
  return [
    `${status}  ${way}${answer === null ? "" : `  ${answer}`}`,
    ...(mend === null ? [] : [`      ${settings.write}  ${mend}`]),
  ];
}
