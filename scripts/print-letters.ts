// Prints every letter in every language as JSON, for whoever wants to look at them.
import { languages } from "@bookplate/messages/languages";
import { renderLetter } from "../packages/server/src/mail/render.ts";
import { sampleLetters } from "../packages/server/tests/support/sample-letters.ts";

const letters = await Promise.all(
  languages.flatMap((language) =>
    Object.entries(sampleLetters(language)).map(async ([name, letter]) => ({
      name,
      ...(await renderLetter(letter, "Physical AI")),
    })),
  ),
);
process.stdout.write(JSON.stringify(letters));
