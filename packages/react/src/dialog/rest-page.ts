/**
 * Puts the page behind a dialog to rest: out of the Tab order and the accessibility tree, and still. Only the site's
 * own root rests, so that overlays of password managers and portals of other plugins stay usable.
 *
 * @param siteRoot - CSS selector
 * @returns wakes it up
 */
export function restPage(siteRoot: string): () => void {
  const root = document.querySelector<HTMLElement>(siteRoot);
  const page = document.documentElement;
  const scrollbar = innerWidth > page.clientWidth;
  if (root !== null) root.inert = true;
  page.dataset.bpResting = scrollbar ? "scrollbar" : "";
  return () => {
    if (root !== null) root.inert = false;
    delete page.dataset.bpResting;
  };
}
