import { findMatches, type SourceFile, withoutComments } from "./source-files.ts";

const inStylesheets =
  /(?<![\w-])(?:(?:[a-z-]+-)?(?:left|right)(?:-[a-z-]+)?\s*:|(?:float|clear|text-align)\s*:\s*(?:left|right)\b|direction\s*:\s*(?:ltr|rtl)\b)/g;
const inStyleProps =
  /\b(?:margin|padding|border|scrollMargin|scrollPadding)(?:Top|Bottom)?(?:Left|Right)\w*\s*:/g;

/** Left and right in styles: a page in Arabic or Urdu is mirrored, so styles say start and end. */
export const findPhysicalDirections = (files: SourceFile[]): string[] =>
  files.flatMap((file) => {
    const pattern = file.path.endsWith(".css")
      ? inStylesheets
      : file.path.endsWith(".tsx")
        ? inStyleProps
        : undefined;
    if (pattern === undefined) return [];
    return findMatches(
      file,
      withoutComments(file.text),
      pattern,
      "say inline-start or inline-end, or dir in the markup",
    );
  });
