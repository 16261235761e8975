/** One palette of the book for blocks of code, in the shape of prism-react-renderer. */
function palette({ paper, ink, comment, keyword, text, number, name, mark }) {
  const style = (types, color, more = {}) => ({ types, style: { color, ...more } });
  return {
    plain: { backgroundColor: paper, color: ink },
    styles: [
      style(["comment", "prolog", "doctype"], comment, { fontStyle: "italic" }),
      style(["keyword", "atrule", "tag", "selector", "important"], keyword),
      style(["string", "char", "attr-value", "inserted", "regex"], text),
      style(["number", "boolean", "constant", "symbol"], number),
      style(["function", "class-name", "property", "attr-name", "key", "builtin"], name),
      style(["punctuation", "operator"], mark),
    ],
  };
}

/** Every colour keeps a contrast of at least 4.5 to 1 against its paper. */
export const byDay = palette({
  paper: "#fbf6ec",
  ink: "#2a2024",
  comment: "#6f6166",
  keyword: "#8a2b42",
  text: "#2f6b3f",
  number: "#914800",
  name: "#1f5a8c",
  mark: "#5d4a50",
});

export const byLamplight = palette({
  paper: "#221a1d",
  ink: "#ece1e0",
  comment: "#a8979a",
  keyword: "#f0a3b0",
  text: "#a3cf9f",
  number: "#f0b878",
  name: "#9cc6ee",
  mark: "#c3b2b3",
});
