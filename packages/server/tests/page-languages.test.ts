import { loadDeveloperPages } from "@bookplate/messages/developer-pages";
import { directionOf, languages } from "@bookplate/messages/languages";
import { english, loadProblemPages } from "@bookplate/messages/problem-pages";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function read(path: string, acceptLanguage?: string) {
  const answer = await fetch(server.url + path, {
    headers: acceptLanguage === undefined ? {} : { "accept-language": acceptLanguage },
  });
  const text = await answer.text();
  const [, language, direction] = /<html lang="(\w+)" dir="(\w+)">/.exec(text) ?? [];
  return { text, language, direction, headers: answer.headers };
}

describe.each(["/dev/mail", "/problems", "/problems/not-found", "/api/docs"])("the page %s", (path) => {
  test.each(languages)("is there in %s when it is asked for, and says so", async (wanted) => {
    const { text, language, direction, headers } = await read(`${path}?lang=${wanted}`, "de");
    expect({ language, direction }).toEqual({ language: wanted, direction: directionOf(wanted) });
    expect(headers.get("content-language")).toBe(wanted);
    expect(headers.get("vary")).toContain("Accept-Language");
    const words = await loadDeveloperPages(wanted);
    expect(text).toContain(`aria-label="${words.languages}"`);
    for (const other of languages) expect(text).toContain(`href="?lang=${other}"`);
    expect(text).toMatch(new RegExp(`lang="${wanted}" dir="${direction}" aria-current="true"`));
  });

  test("follows the browser's languages by their weight", async () => {
    expect((await read(path, "ar;q=0.4, de-AT;q=0.9, *;q=0.1")).language).toBe("de");
    expect((await read(path, "pt, ur-PK;q=0.5")).language).toBe("ur");
    expect((await read(path, "de;q=0, ar;q=0.1")).language).toBe("ar");
  });

  test("is in English for a language that nobody has written, and for nonsense", async () => {
    for (const [query, header] of [
      ["", undefined],
      ["", "pt"],
      ["", ";;;q=x,,"],
      ["?lang=tlh", undefined],
      ['?lang="><script>', "<script>"],
    ]) {
      const { language, headers } = await read(path + query, header);
      expect({ language, header: headers.get("content-language") }).toEqual({ language: "en", header: "en" });
    }
  });
});

test("the page of a problem says in Arabic what it says in English, with its code in order", async () => {
  const { text } = await read("/problems/invalid-credentials?lang=ar");
  const { problems } = await loadProblemPages("ar");
  const { title, happened, remedy } = problems["invalid-credentials"];
  for (const sentence of [title, happened, remedy]) expect(text).toContain(sentence);
  expect(text).toContain('<code dir="ltr">invalid-credentials</code>');
  expect(text).toContain('<pre tabindex="0" dir="ltr" lang="en">');
});

test("a language that was asked for goes along to the next page; one that the browser sent needs not", async () => {
  expect((await read("/problems?lang=ur")).text).toContain('href="/problems/not-found?lang=ur"');
  expect((await read("/problems?lang=ur")).text).toContain('href="/api/docs?lang=ur"');
  expect((await read("/problems", "ur")).text).toContain('href="/problems/not-found"');
  expect((await read("/problems/invalid-credentials?lang=de")).text).toMatch(
    /href="\/api\/docs\?lang=de#\/[^"]+\/login"/,
  );
});

test("a problem document is for programs and stays English", async () => {
  const answer = await fetch(`${server.url}/api/v1/nothing`, { headers: { "accept-language": "ar" } });
  expect(await answer.json()).toMatchObject({ title: english.problems["not-found"].title });
  expect(answer.headers.get("content-language")).toBeNull();
});

test("the mailbox runs the same script in every language", async () => {
  const policies = await Promise.all(
    languages.map(async (language) =>
      (await read(`/dev/mail?lang=${language}`)).headers.get("content-security-policy"),
    ),
  );
  expect(new Set(policies).size).toBe(1);
});
