// Letters from whoever runs the book.
import { isolate } from "../direction.ts";
import type { AnnouncementLetter, MailTestLetter } from "../letter.ts";
import { compose } from "./compose.ts";
import { factsOf } from "./facts.ts";
import type { LetterFrame, LetterParts } from "./layout.ts";

/** The words and the language are theirs; what stands below is the reader's. */
export function writeAnnouncement(letter: AnnouncementLetter, frame: LetterFrame): LetterParts {
  const words = frame.sentences.announcement;
  return {
    subject: letter.subject,
    lead: letter.text,
    why: words.why({ book: isolate(frame.book) }),
    unsubscribe: { label: words.unsubscribe, url: letter.unsubscribeUrl },
  };
}

export function writeMailTest(letter: MailTestLetter, frame: LetterFrame): LetterParts {
  return compose(frame.sentences.mailTest, frame, { facts: factsOf({ at: letter.at }, frame) });
}
