import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writePlaceDatabase } from "../../tests/support/place-database.ts";
import { createPlaces, PlaceDatabaseError } from "./places.ts";

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "bookplate-places-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe("a database of places", () => {
  async function openPlaces() {
    const file = join(directory, "places.mmdb");
    writePlaceDatabase(file, {
      "203.0.113.0/24": {
        city: { names: { en: "Cologne", de: "Köln" } },
        country: { iso_code: "DE" },
      },
      "198.51.100.0/24": { country: { iso_code: "PK" } },
      "192.0.2.0/24": { country: { iso_code: "no country" } },
    });
    const places = createPlaces({ file });
    await places.start();
    return places;
  }

  test("names city and country in the reader's language, as far as it knows it", async () => {
    const { find } = await openPlaces();
    expect(find("203.0.113.7", "en")).toBe("Cologne, Germany");
    expect(find("203.0.113.200", "de-AT")).toBe("Köln, Deutschland");
    expect(find("203.0.113.7", "ar")).toBe("Cologne، ألمانيا");
    expect(find("198.51.100.1", "ur")).toBe("پاکستان");
  });

  test("knows nothing of private addresses, of others, and of what is none", async () => {
    const { find } = await openPlaces();
    for (const address of ["127.0.0.1", "10.0.0.1", "192.168.1.1", "8.8.8.8", "::1", "", "unknown"]) {
      expect(find(address, "en"), address).toBeNull();
    }
  });

  test("with a bad entry keeps nobody waiting for it", async () => {
    const { find } = await openPlaces();
    expect(find("192.0.2.1", "en")).toBeNull();
  });
});

test("without a database no address has a place", async () => {
  const places = createPlaces({ file: undefined });
  await places.start();
  expect(places.find("203.0.113.7", "en")).toBeNull();
});

test.each([
  ["there is none", undefined],
  ["it is something else", "This is a text."],
  ["it is empty", ""],
])("a file that cannot be read as one is refused: %s", async (what, content) => {
  const file = join(directory, `${what}.mmdb`);
  if (content !== undefined) writeFileSync(file, content);
  await expect(createPlaces({ file }).start()).rejects.toThrow(PlaceDatabaseError);
});
