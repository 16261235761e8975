// Mail programs keep the styles of elements and often drop a style sheet, so the light look stands on the
// elements and the sheet only turns the colours for readers in the dark.
const colours = {
  paper: { light: "background:#fbf6ec;color:#2a2024", dark: "background:#1a1416;color:#ece1e0" },
  sheet: {
    light: "background:#fffdf9;border-color:#e9dfd2",
    dark: "background:#221a1d;border-color:#3b2e32",
  },
  book: { light: "color:#8a2b42", dark: "color:#f0a3b0" },
  ink: { light: "color:#2a2024", dark: "color:#ece1e0" },
  quiet: { light: "color:#5d4a50", dark: "color:#c3b2b3" },
  label: { light: "color:#5d4a50", dark: "color:#c3b2b3" },
  code: { light: "background:#f5eee2", dark: "background:#2d2327" },
  digits: { light: "color:#3a1a22", dark: "color:#fbe9e3" },
  button: { light: "background:#8a2b42;color:#fffdf9", dark: "background:#f0a3b0;color:#2a1118" },
  rule: { light: "background:#e9dfd2", dark: "background:#3b2e32" },
} as const;

const shapes = {
  paper:
    "margin:0;padding:24px 12px;font:16px/1.6 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif",
  sheet: "max-width:34em;margin:0 auto;padding:28px;border-width:1px;border-style:solid;border-radius:10px",
  book: "margin:0 0 20px;font:600 19px/1.3 Georgia,'Noto Serif',serif",
  ink: "margin:0 0 16px",
  quiet: "margin:0 0 12px;font-size:14px",
  label: "margin:0;font-size:14px",
  code: "margin:0 0 20px;padding:14px 18px;border-radius:8px",
  digits:
    "margin:2px 0 4px;font:600 28px/1.3 ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;letter-spacing:4px",
  buttonRow: "margin:0 0 20px",
  button: "display:inline-block;padding:12px 24px;border-radius:8px;font-weight:600;text-decoration:none",
  rule: "height:1px;margin:20px 0",
  address: "word-break:break-all",
} as const;

/** A part of a letter that has a colour. */
export type Colour = keyof typeof colours;

/** The style of one element, as it stands in its attribute. */
export function styleOf(part: keyof typeof shapes): string {
  return part in colours ? `${shapes[part]};${colours[part as Colour].light}` : shapes[part];
}

export const darkStyles = `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${Object.entries(
  colours,
)
  .map(([name, { dark }]) => `.${name}{${dark.replaceAll(";", " !important;")} !important}`)
  .join("")}}`;
