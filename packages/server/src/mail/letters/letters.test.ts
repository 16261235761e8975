import { languages } from "@bookplate/messages/languages";
import { loadLetters } from "@bookplate/messages/letters";
import { expect, test } from "vitest";
import { sampleLetters } from "../../../tests/support/sample-letters.ts";
import type { Letter } from "../letter.ts";
import { renderLetter } from "../render.ts";

const samples: readonly (readonly [string, Letter])[] = Object.entries(sampleLetters("en"));

// To be read when a sentence changes. The isolates, which no editor shows, are left out here.
test.each(samples)("the letter %s reads as it was read last", async (name, letter) => {
  const written: string[] = [];
  for (const language of languages) {
    const { subject, text } = await renderLetter({ ...letter, language }, "Physical AI");
    written.push(`=== ${language}: ${subject}\n\n${text.replaceAll(/[\u2066-\u2069]/g, "")}`);
  }
  await expect(written.join("\n")).toMatchFileSnapshot(`written/${name}.txt`);
});

test("every change that a letter can be about has a sample to be read", async () => {
  const { secondFactorChanged, signInMethodChanged } = await loadLetters("en");
  const changes = [secondFactorChanged, signInMethodChanged].flatMap((words) => Object.keys(words.changes));
  const sampled = samples.flatMap(([, letter]) => ("change" in letter ? [letter.change] : []));
  expect(sampled.toSorted()).toEqual(changes.toSorted());
});

test("the HTML of a letter with everything in it is as it was looked at last", async () => {
  const { html } = await renderLetter(sampleLetters("ar")["password-reset"], "Physical AI");
  await expect(html).toMatchFileSnapshot("written/password-reset-ar.html.txt");
});
