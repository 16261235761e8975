import { readFileSync } from "node:fs";
import type { LetterReport } from "../mail/desk.ts";
import { OperatorRefusal } from "../operator-refusal.ts";
import { readAnnouncement } from "./announcement-file.ts";
import type { Output } from "./output.ts";
import { withOperations } from "./with-operations.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const colours = { queued: "yellow", sent: "green", failed: "red", suppressed: "dim" } as const;

export function listLetters(
  output: Output,
  { failed, to }: { readonly failed: boolean; readonly to: string | undefined },
): Promise<void> {
  return withOperations(output, async (operations) => {
    const letters = await operations.listLetters({ only: failed ? "failed" : "all", to });
    const { mail } = output.words;
    const lines = letters.flatMap((letter) => describeLetter(letter, output));
    output.answer({ letters }, lines.length > 0 ? lines : [failed ? mail.noneFailed : mail.none]);
  });
}

export function retryLetters(
  output: Output,
  { id, all }: { readonly id: string | undefined; readonly all: boolean },
): Promise<void> {
  if ((id === undefined) === !all) throw new OperatorRefusal(({ mail }) => mail.retryNeedsOne);
  if (id !== undefined && !uuid.test(id)) throw new OperatorRefusal(({ mail }) => mail.noSuchLetter({ id }));
  return withOperations(output, async (operations) => {
    const count = await operations.retryLetters(id);
    if (id !== undefined && count === 0) throw new OperatorRefusal(({ mail }) => mail.noSuchLetter({ id }));
    output.answer({ queued: count }, [
      count === 0 ? output.words.mail.noneFailed : output.words.mail.retried({ count }),
    ]);
  });
}

export function listSuppressed(output: Output): Promise<void> {
  return withOperations(output, async (operations) => {
    const suppressed = await operations.listSuppressed();
    const { mail } = output.words;
    output.answer(
      { suppressed },
      suppressed.length === 0
        ? [mail.noneSuppressed]
        : suppressed.map(
            ({ address, reason, until }) =>
              `${address}  ${mail.reasons[reason]}  ${mail.until({ moment: until })}`,
          ),
    );
  });
}

export function unsuppress(output: Output, address: string): Promise<void> {
  return withOperations(output, async (operations) => {
    const lifted = await operations.unsuppress(address);
    if (!lifted) throw new OperatorRefusal(({ mail }) => mail.notSuppressed({ address }));
    output.answer({ address }, [output.words.mail.unsuppressed({ address })]);
  });
}

export function announce(output: Output, file: string, { yes }: { readonly yes: boolean }): Promise<void> {
  const announcement = readAnnouncement(readText(file));
  if (!announcement) throw new OperatorRefusal(({ mail }) => mail.noAnnouncement({ file }));
  return withOperations(output, async (operations) => {
    const { mail } = output.words;
    const { readers, announcedAt } = await operations.announce(announcement, !yes);
    const facts = { subject: announcement.subject, count: readers };
    output.answer({ ...announcement, readers, announcedAt: announcedAt ?? null, written: yes }, [
      announcedAt !== undefined
        ? mail.announcedAlready({ subject: announcement.subject, moment: announcedAt })
        : yes
          ? mail.announced(facts)
          : mail.wouldAnnounce(facts),
    ]);
  });
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new OperatorRefusal(({ mail }) => mail.noFile({ file }));
  }
}

function describeLetter(letter: LetterReport, { paint, words: { mail } }: Output): string[] {
  const state = letter.delivery ? mail.deliveries[letter.delivery] : mail.states[letter.state];
  const reason = letter.state === "suppressed" ? suppressedBecause(letter.reason, mail) : letter.reason;
  const tries =
    letter.state === "queued" || letter.state === "failed" ? mail.attempts({ count: letter.attempts }) : "";
  const facts = [paint(colours[letter.state], state), letter.sentBy, tries, reason].filter(Boolean);
  return [`${letter.id}  ${letter.writtenAt}  ${letter.to}  ${letter.kind}`, `  ${facts.join(" · ")}`];
}

function suppressedBecause(reason: string | null, mail: Output["words"]["mail"]): string | null {
  return reason !== null && reason in mail.reasons
    ? mail.reasons[reason as keyof typeof mail.reasons]
    : reason;
}
