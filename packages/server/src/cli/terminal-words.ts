import { loadTerminal, type Terminal } from "@bookplate/messages/terminal";
import { readTerminalLanguage } from "../config/terminal-language.ts";

/** People read the language of their locale; programs, which asked for JSON, read English. */
export function loadWords(json: boolean): Promise<Terminal> {
  return loadTerminal(json ? "en" : readTerminalLanguage());
}
