import { english, type Terminal } from "@bookplate/messages/terminal";

/**
 * What keeps a start or a command from going on, for a reason that an operator can mend. The terminal says it in its
 * own language; the message is for logs and programs.
 */
export class OperatorRefusal extends Error {
  readonly say: (words: Terminal) => string;

  constructor(say: (words: Terminal) => string) {
    super(say(english));
    this.name = new.target.name;
    this.say = say;
  }
}
