import { describe, expect, test } from "vitest";
import { addressProblems } from "./site-address.ts";

describe("the addresses of a book in production", () => {
  test.each([
    ["one origin", "https://book.example.org", ""],
    ["two hosts of one domain", "https://book.example.org", "https://accounts.example.org"],
    ["a book tried out on this machine", "http://localhost:7860", "http://localhost:7861"],
  ])("are fine: %s", (_title, site, api) => {
    expect(addressProblems(site, api)).toEqual([]);
  });

  test.each([
    [
      "a server on the reader's own machine",
      "https://book.example.org",
      "http://localhost:7860",
      "own machine",
    ],
    ["a server on another site", "https://book.example.org", "https://accounts.example.net", "two sites"],
    [
      "plain http under https",
      "https://book.example.org",
      "http://accounts.example.org",
      "https://accounts.example.org",
    ],
    ["a host that serves files only", "https://alice.github.io", "", "a domain of its own"],
    [
      "a files-only host with a server elsewhere",
      "https://alice.github.io",
      "https://api.example.org",
      "github.io",
    ],
  ])("are refused: %s", (_title, site, api, mend) => {
    expect(addressProblems(site, api).join("\n")).toContain(mend);
  });
});
