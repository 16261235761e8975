import { type DeviceName, nameDevice } from "../device-name.ts";
import { isolate } from "../direction.ts";
import type { Sighting } from "../letter.ts";
import type { Fact, LetterFrame } from "./layout.ts";

const moment = {
  year: "numeric",
  month: "long",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
  timeZone: "UTC",
  timeZoneName: "short",
} as const;

/** A time in a letter. The reader's time zone is not known here, so it names its own. */
export function writeMoment(at: Date, { sentences }: LetterFrame): string {
  return isolate(new Intl.DateTimeFormat(sentences.language, moment).format(at));
}

/** Names of programs are Latin everywhere, and would turn the words between them around. */
const nameIn =
  ({ sentences }: LetterFrame) =>
  ({ browser, system }: DeviceName) =>
    sentences.facts.deviceName({ browser: isolate(browser), system: isolate(system) });

/** What a letter knows of something that was done. */
export type Happened = Partial<Sighting> & { readonly place?: string | null };

/** Who did something, as far as the server knows. */
export function factsOf({ device, at, place }: Happened, frame: LetterFrame): Fact[] {
  const { facts } = frame.sentences;
  const known: Fact[] = [];
  if (device !== undefined) {
    known.push({
      label: facts.device,
      value: nameDevice(device, nameIn(frame)) ?? facts.unknownDevice,
    });
  }
  if (at) known.push({ label: facts.at, value: writeMoment(at, frame) });
  if (place) known.push({ label: facts.place, value: facts.near({ place: isolate(place) }) });
  return known;
}
