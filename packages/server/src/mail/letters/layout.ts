import type { Letters } from "@bookplate/messages/letters";
import { isolate, isolateLeftToRight, toText } from "../direction.ts";
import { toHtmlPart } from "./html-part.ts";
import { toTextPart } from "./text-part.ts";

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface Link {
  readonly label: string;
  readonly url: string;
}

/** What a letter says. Every text is a finished sentence. */
export interface LetterParts {
  readonly subject: string;
  readonly greeting?: string;
  /** Empty lines part its paragraphs. */
  readonly lead: string;
  /** Who did it, and what exactly. */
  readonly facts?: readonly Fact[];
  readonly code?: { readonly label: string; readonly digits: string; readonly note: string };
  readonly button?: Link;
  /** How long the link is valid. */
  readonly valid?: string;
  /** Why it came. */
  readonly why: string;
  /** What to do if it was not the reader. */
  readonly notYou?: string;
  readonly unsubscribe?: Link;
}

export interface LetterFrame {
  readonly sentences: Letters;
  readonly to: string;
  /** What letters call the book. */
  readonly book: string;
}

export interface LetterBody {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Prints one letter twice, as HTML without anything to load, and as text that is complete in itself. */
export function layOut(parts: LetterParts, frame: LetterFrame): LetterBody {
  const { sentences, to, book } = frame;
  const sentTo = sentences.sentTo({ to: isolateLeftToRight(to), book: isolate(book) });
  return {
    // A header has no direction of its own to protect, and isolates would only show as boxes in lists.
    subject: toText(parts.subject, "ltr"),
    html: toHtmlPart(parts, frame, sentTo),
    text: toTextPart(parts, frame, sentTo),
  };
}
