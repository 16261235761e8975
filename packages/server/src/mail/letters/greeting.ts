import type { Letters } from "@bookplate/messages/letters";
import { isolate } from "../direction.ts";
import { toPrintableName } from "../printable-name.ts";

/** The first line of a letter; by name only where the name is no more than one. */
export function greet(sentences: Letters, typedName: string): string {
  const name = toPrintableName(typedName);
  return name === undefined ? sentences.greetingWithoutName : sentences.greeting({ name: isolate(name) });
}
