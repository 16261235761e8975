/** Prints a text alone: the page around it is nobody's business on a shared printer. */
export function printText(text: string): void {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  document.body.append(frame);
  const page = frame.contentDocument;
  const view = frame.contentWindow;
  if (page === null || view === null) return;
  const block = page.createElement("pre");
  block.textContent = text;
  page.body.append(block);
  view.addEventListener("afterprint", () => frame.remove());
  view.print();
}
