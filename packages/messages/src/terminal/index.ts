import { loadCatalogue } from "../catalogues.ts";
import { en } from "./en.ts";

/** What `npm start` and the commands print. */
export type Terminal = typeof en;

/** For logs, and for what programs read. */
export const english: Terminal = en;

/**
 * Loads what stands in the terminal.
 *
 * @param language - BCP 47 tag of the operator's locale
 */
export function loadTerminal(language: string): Promise<Terminal> {
  return loadCatalogue<Terminal>(
    {
      en: async () => ({ en }),
      ur: () => import("./ur.ts"),
      ar: () => import("./ar.ts"),
      de: () => import("./de.ts"),
      es: () => import("./es.ts"),
      fr: () => import("./fr.ts"),
      zh: () => import("./zh.ts"),
    },
    language,
  );
}
