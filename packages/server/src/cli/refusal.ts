/** A command that cannot do what it was asked to, for a reason that a person can mend. Its message is all they see. */
export class CommandRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = "CommandRefusal";
  }
}
