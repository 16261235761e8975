import type { CityResponse, Reader } from "maxmind";
import { OperatorRefusal } from "../operator-refusal.ts";

/** What separates a city from its country, where it is not a comma of Latin script. */
const commas: Readonly<Record<string, string>> = { ar: "، ", ur: "، " };

export class PlaceDatabaseError extends OperatorRefusal {
  constructor(file: string) {
    super((words) => words.failures.placeDatabase({ file }));
  }
}

/**
 * Where a network address is, as far as a database knows that the operator has put beside the server
 * (MaxMind's format, as of GeoLite2 City or DB-IP City Lite). Nobody is asked over the network.
 *
 * @param options.file - `undefined`: no address has a place
 */
export function createPlaces({ file }: { file: string | undefined }) {
  let reader: Reader<CityResponse> | undefined;

  return {
    /**
     * Reads the whole file into memory; a newer one counts from the next start.
     *
     * @throws {PlaceDatabaseError} there is no such file, or it is something else
     */
    async start(): Promise<void> {
      if (file === undefined) return;
      const { open } = await import("maxmind");
      reader = await open<CityResponse>(file).catch(() => {
        throw new PlaceDatabaseError(file);
      });
    },

    /**
     * @param language - BCP 47 tag of the reader
     * @returns city and country, or what is known of them; `null` for an address that is nowhere, such as a private one
     */
    find(ipAddress: string, language: string): string | null {
      try {
        const found = reader?.get(ipAddress);
        return found ? describe(found, language) : null;
      } catch {
        // A page of the file that went bad: nobody is kept from signing in for that.
        return null;
      }
    },
  };
}

export type Places = ReturnType<typeof createPlaces>;

function describe({ city, country }: CityResponse, language: string): string | null {
  const [base = "en"] = language.split("-");
  const names = new Map(Object.entries(city?.names ?? {}));
  const parts = [
    names.get(language) ?? names.get(base) ?? names.get("en"),
    // Databases name countries in a few languages, the standard library in all.
    country && new Intl.DisplayNames([language, "en"], { type: "region" }).of(country.iso_code),
  ];
  return parts.filter(Boolean).join(commas[base] ?? ", ") || null;
}
