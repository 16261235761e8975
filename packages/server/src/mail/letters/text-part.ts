import { toText } from "../direction.ts";
import type { LetterFrame, LetterParts, Link } from "./layout.ts";

/** The letter for whoever reads without HTML; it leaves nothing out. */
export function toTextPart(parts: LetterParts, { sentences }: LetterFrame, sentTo: string): string {
  const { facts = [], code, button, unsubscribe } = parts;
  const line = (label: string, value: string) => sentences.labelled({ label, value });
  /** On a line of its own, where programs find it whole. */
  const link = ({ label, url }: Link) => `${line(label, "").trimEnd()}\n${url}`;
  const act = [code && `${line(code.label, code.digits)}\n${code.note}`, button && link(button), parts.valid];
  const seen = facts.map(({ label, value }) => line(label, value)).join("\n");
  const paragraphs = [
    parts.greeting,
    parts.lead,
    ...(code ? [...act, seen] : [seen, ...act]),
    parts.notYou,
    parts.why,
    sentTo,
    unsubscribe && link(unsubscribe),
  ];
  return `${toText(paragraphs.filter(Boolean).join("\n\n"), sentences.direction)}\n`;
}
