import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { addPeople, findAllPeople, findPeople } from "./support/directory.ts";
import { signInAs } from "./support/reports.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let carol: SessionAnswer;
let dave: SessionAnswer;
const ids = new Map<string, string>();
beforeAll(async () => {
  server = await startTestServer();
  carol = await signInAs(server, "admin", "carol");
  dave = await signInAs(server, "moderator", "dave");
  const people = [
    { email: "a.lovelace@example.org", name: "Alice Lovelace" },
    { email: "hopper@navy.example", name: "Grace Brewster Hopper" },
    { email: "marie@radium.example", name: "Marie Skłodowska-Curie" },
    { email: "jose@example.org", name: "José Álvarez" },
    { email: "wang@example.org", name: "王小明" },
    { email: "harun@example.org", name: "هَارُون" },
    { email: "quiet.one@example.org", name: "" },
    { email: "mail@example.org", name: "zebra.finch@birds.example" },
    { email: "banned.alice@example.org", name: "Alice Banned", banned: true },
    ...Array.from({ length: 5 }, (_, place) => ({
      email: `twin${place}@twins.example`,
      name: "Tweedle Dee",
    })),
  ];
  const added = await addPeople(server, people);
  for (const [place, { email }] of people.entries()) ids.set(email, added[place] ?? "");
});
afterAll(() => server.close());

const found = async (query: string, by = carol, asked: Record<string, string> = {}) => {
  const people = await findAllPeople(server, by.accessToken, { ...asked, query });
  return people.map(({ id }) => [...ids].find(([, known]) => known === id)?.[0] ?? id);
};

test.each([
  ["the beginning of a name", "alice lo", ["a.lovelace@example.org"]],
  ["a surname", "lovel", ["a.lovelace@example.org"]],
  ["a name in the middle", "brewster", ["hopper@navy.example"]],
  ["names in another order", "hopper grace", ["hopper@navy.example"]],
  ["beginnings of names", "hop gra", ["hopper@navy.example"]],
  ["a part of a double name", "curie", ["marie@radium.example"]],
  ["another case and no accents", "JOSE alvarez", ["jose@example.org"]],
  ["accents that are not there", "álicé lövelace", ["a.lovelace@example.org"]],
  ["another script", "王小", ["wang@example.org"]],
  ["a name without its vowel signs", "هارون", ["harun@example.org"]],
  ["the beginning of an address", "a.lov", ["a.lovelace@example.org"]],
  ["a word of an address", "quiet", ["quiet.one@example.org"]],
  ["a whole address, as it was typed", " A.Lovelace@EXAMPLE.org ", ["a.lovelace@example.org"]],
  ["a domain", "navy.ex", ["hopper@navy.example"]],
  ["a domain after its sign", "@navy.example", ["hopper@navy.example"]],
])("an administrator finds somebody by %s", async (_, query, expected) => {
  expect(await found(query)).toEqual(expected);
});

test.each([
  ["letters that changed places", "lovelcae"],
  ["a letter too few", "lovelae"],
  ["a letter too many", "loveelace"],
  ["a wrong letter", "lovelase"],
  ["a wrong first letter", "novelace"],
  ["letters that changed places in a short word", "alcie lovelace"],
  ["a slip in each word", "alcie lovlace"],
  ["a slip before the sign of an address", "a.lovlace@example.org"],
  ["a slip behind it", "lovelace@exmaple.org"],
])("a slip of one letter is forgiven: %s", async (_, query) => {
  expect(await found(query)).toEqual(["a.lovelace@example.org"]);
});

test("a name of any length and in any script can be kept and found", async () => {
  const people = [
    { email: "long@names.example", name: "Ölaf ".repeat(900) },
    { email: "signs@names.example", name: "\u{FDFA}".repeat(80) },
    { email: "oneword@names.example", name: "q".repeat(5_000) },
    { email: "broken@names.example", name: "\\'~:*&|!()<-> \u200f" },
  ];
  const added = await addPeople(server, people);
  for (const [place, query] of ["olaf olaf", "\u{FDFA}", "q".repeat(200), "\\'~:*"].entries())
    expect(await found(query)).toContain(added[place]);
});

test("a word with two slips is another word", async () => {
  expect(await found("lvelcae")).toEqual([]);
  expect(await found("lovelace@othre.exmaple")).toEqual([]);
});

test("names that begin so come before surnames, these before addresses, and slips come last", async () => {
  await addPeople(server, [
    { email: "x1@order.example", name: "Quentin Marlowe" },
    { email: "x2@order.example", name: "Peter Quentin" },
    { email: "quentin@order.example", name: "Nobody Else" },
    { email: "x3@quentin.example", name: "Somebody Else" },
    { email: "x4@order.example", name: "Qunetin Slip" },
  ]);
  const people = await findAllPeople(server, carol.accessToken, { query: "quentin", limit: "2" });
  expect(people.map(({ email }) => email)).toEqual([
    "x1@order.example",
    "x2@order.example",
    "quentin@order.example",
    "x3@quentin.example",
    "x4@order.example",
  ]);
});

test("everybody who fits is on exactly one page, also of people with one name", async () => {
  const twins = await found("tweedle", carol, { limit: "2" });
  expect(twins.toSorted()).toEqual([0, 1, 2, 3, 4].map((place) => `twin${place}@twins.example`));
  expect((await found("twin", carol, { limit: "1" })).length).toBe(5);
});

test("somebody is found by the whole id, by moderators too", async () => {
  const id = ids.get("wang@example.org") ?? "";
  expect(await found(id, dave)).toEqual(["wang@example.org"]);
  expect(await found(id.toUpperCase())).toEqual(["wang@example.org"]);
});

test("a search goes with the filters", async () => {
  expect(await found("alice", carol, { status: "banned" })).toEqual(["banned.alice@example.org"]);
  expect(await found("alice", carol, { status: "active" })).toEqual(["a.lovelace@example.org"]);
  expect(await found("dave", carol, { role: "admin" })).toEqual([]);
  expect(await found("alice", carol, { role: "guest" })).toEqual([]);
});

test("a moderator finds names, with slips too, and somebody by a whole address", async () => {
  expect(await found("lovelcae", dave)).toEqual(["a.lovelace@example.org"]);
  expect(await found("hop gra", dave)).toEqual(["hopper@navy.example"]);
  expect(await found("hopper@navy.example", dave)).toEqual(["hopper@navy.example"]);
  const { body } = await findPeople(server, dave.accessToken, { query: "hopper@navy.example" });
  expect(body.items[0]?.email).toBe("h•••@n•••.example");
});

test("a moderator does not find out an address letter by letter", async () => {
  const spied = "quiet.one@example.org";
  for (let length = 1; length < spied.length; length += 1)
    expect(await found(spied.slice(0, length), dave), spied.slice(0, length)).not.toContain(spied);
  for (const query of ["quiet", "one", "qiuet.one@example.org", "example.org", "@example.org", "q%", "q_iet"])
    expect(await found(query, dave), query).not.toContain(spied);
});

test("a moderator does not find out an address that stands in the place of a name", async () => {
  for (const query of ["zebra", "zebra.finch@", "finch", "birds", "zebra.finch@birds.exampl"])
    expect(await found(query, dave), query).toEqual([]);
  expect(await found("zebra")).toEqual(["mail@example.org"]);
});

test("a page's cursor goes no further for a moderator than a search does", async () => {
  const { body } = await findPeople(server, carol.accessToken, { query: "twin", limit: "1" });
  const stolen = { query: "twin", limit: "1", cursor: body.nextCursor ?? "" };
  expect(await findPeople(server, dave.accessToken, stolen)).toMatchObject({ status: 422 });
});

test.each([
  ["an owner that is nobody's business", { userId: "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55" }, 200],
  ["more than is shown", { include: "password,account,session" }, 200],
  ["an order by what is hidden", { sort: "password", orderBy: "password_hash" }, 200],
  ["a negative limit", { limit: "-1" }, 422],
  ["no limit", { limit: "0" }, 422],
  ["everybody at once", { limit: "101" }, 422],
  ["a limit that is no number", { limit: "1e1" }, 422],
  ["a role that is none", { role: "root" }, 422],
  ["a role with something behind it", { role: "admin' or true --" }, 422],
  ["a status that is none", { status: "deleted" }, 422],
  ["a cursor of somebody's own making", { cursor: "MTIz" }, 422],
  [
    "a cursor with another order in it",
    {
      query: "twin",
      cursor: Buffer.from("password 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55 a").toString("base64url"),
    },
    422,
  ],
  [
    "a cursor with a NUL in it",
    {
      query: "twin",
      cursor: Buffer.from("name 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55 a\0").toString("base64url"),
    },
    422,
  ],
  [
    "a cursor with half a character in it",
    {
      query: "twin",
      cursor: Buffer.from([
        ...Buffer.from("name 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55 "),
        0xff,
        0xe2,
      ]).toString("base64url"),
    },
    200,
  ],
  [
    "a moment that does not exist",
    {
      cursor: Buffer.from("age 01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55 9999999999999999").toString("base64url"),
    },
    200,
  ],
  ["a search that is too long", { query: "a".repeat(201) }, 422],
  ["a NUL", { query: "a\0b" }, 422],
  ["the notation of the index", { query: "a' | 'b & !c <-> d:* \\ (((" }, 200],
  ["a pattern", { query: "%_%" }, 200],
  ["nothing but signs", { query: "...'''" }, 200],
])("a list that is asked for %s neither breaks nor shows more", async (_, asked, status) => {
  const answer = await findPeople(server, carol.accessToken, asked);
  expect(answer.status).toBe(status);
  expect(JSON.stringify(answer.body)).not.toMatch(/\$2[aby]\$|passwordHash|banReason/);
});
