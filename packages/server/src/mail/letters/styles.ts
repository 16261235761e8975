// Mail programs keep the styles of elements and often drop a style sheet, so the light look stands on the
// elements and the sheet only turns the colours for readers in the dark.

interface Look {
  readonly shape: string;
  readonly light?: string;
  readonly dark?: string;
}

const looks = {
  paper: {
    shape:
      "margin:0;padding:24px 12px;font:16px/1.6 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif",
    light: "background-color:#fbf6ec;color:#2a2024",
    dark: "background-color:#1a1416;color:#ece1e0",
  },
  /** Shown by lists of letters beside the subject, never in the letter. */
  preheader: { shape: "display:none;max-height:0;overflow:hidden;mso-hide:all" },
  sheet: {
    shape:
      "max-width:34em;margin:0 auto;padding:24px;border-width:1px;border-style:solid;border-radius:10px;overflow-wrap:anywhere",
    light: "background-color:#fffdf9;border-color:#e9dfd2",
    dark: "background-color:#221a1d;border-color:#3b2e32",
  },
  book: {
    shape: "margin:0 0 20px;font:600 19px/1.3 Georgia,'Noto Serif',serif",
    light: "color:#8a2b42",
    dark: "color:#f0a3b0",
  },
  ink: { shape: "margin:0 0 16px", light: "color:#2a2024", dark: "color:#ece1e0" },
  quiet: { shape: "margin:0 0 14px;font-size:15px", light: "color:#2a2024", dark: "color:#ece1e0" },
  small: { shape: "margin:0 0 10px;font-size:13px", light: "color:#5d4a50", dark: "color:#c3b2b3" },
  label: { shape: "margin:0;font-size:14px", light: "color:#5d4a50", dark: "color:#c3b2b3" },
  code: {
    shape: "margin:0 0 20px;padding:14px 18px;border-radius:8px",
    light: "background-color:#f5eee2",
    dark: "background-color:#2d2327",
  },
  digits: {
    shape:
      "margin:2px 0 4px;font:600 28px/1.3 ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;letter-spacing:4px",
    light: "color:#3a1a22",
    dark: "color:#fbe9e3",
  },
  // Equal on both sides: what knows start and end is dropped by some programs.
  facts: {
    shape:
      "margin:0 0 20px;padding:8px 10px;border-spacing:0;border-radius:8px;font-size:15px;line-height:1.5",
    light: "background-color:#f5eee2",
    dark: "background-color:#2d2327",
  },
  term: {
    shape: "padding:3px 8px;vertical-align:top;overflow-wrap:normal",
    light: "color:#5d4a50",
    dark: "color:#c3b2b3",
  },
  value: { shape: "padding:3px 8px;vertical-align:top", light: "color:#2a2024", dark: "color:#ece1e0" },
  buttonRow: { shape: "margin:0 0 20px;border-collapse:separate;border-spacing:0" },
  button: {
    shape: "border-radius:8px;mso-padding-alt:12px 24px",
    light: "background-color:#8a2b42",
    dark: "background-color:#f0a3b0",
  },
  press: {
    shape:
      "display:inline-block;padding:12px 24px;font-weight:600;text-decoration:none;overflow-wrap:break-word",
    light: "color:#fffdf9",
    dark: "color:#2a1118",
  },
  rule: {
    shape: "height:1px;margin:20px 0",
    light: "background-color:#e9dfd2",
    dark: "background-color:#3b2e32",
  },
  link: { shape: "color:inherit" },
  address: { shape: "word-break:break-all" },
} as const satisfies Record<string, Look>;

/** A part of a letter that has a look. */
export type Part = keyof typeof looks;

/** The style of one element, as it stands in its attribute. */
export function styleOf(part: Part): string {
  const look: Look = looks[part];
  return look.light ? `${look.shape};${look.light}` : look.shape;
}

const dark = Object.entries(looks)
  .flatMap(([part, look]) =>
    "dark" in look ? [`.${part}{${look.dark.replaceAll(";", " !important;")} !important}`] : [],
  )
  .join("");

/** For programs that read it. */
export const sheetOfStyles = `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${dark}}`;
