import type { SourceFile } from "./source-files.ts";

const vague = /^(utils?|helpers?|common|lib|misc|shared)$/i;

/** Folders and files whose name would fit anything. */
export const findVagueNames = (files: SourceFile[]): string[] =>
  files
    .filter(({ path }) => path.split("/").some((part) => vague.test(part.replace(/\..*$/, ""))))
    .map(({ path }) => `${path}: name it for what is in it`);
