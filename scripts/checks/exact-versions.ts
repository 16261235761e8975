import type { SourceFile } from "./source-files.ts";

const exact = /^(?:npm:(?:@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/;
/** Peers are left out: a range there says what a reader of our packages may have. */
const sections = ["dependencies", "devDependencies", "optionalDependencies", "overrides"] as const;

type Manifest = Partial<Record<(typeof sections)[number], Record<string, string>>>;

/** Dependencies by range: what is not pinned changes without a commit. */
export const findRanges = (files: SourceFile[]): string[] =>
  files
    .filter(({ path }) => /(^|\/)package\.json$/.test(path))
    .flatMap(({ path, text }) => {
      const manifest: Manifest = JSON.parse(text);
      return sections.flatMap((section) =>
        Object.entries(manifest[section] ?? {})
          .filter(([, version]) => !exact.test(version))
          .map(([name, version]) => `${path}: pin ${name} exactly (${version})`),
      );
    });
