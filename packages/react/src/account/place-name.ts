interface Place {
  /** Path of a page, with the prefix of the book. */
  readonly page: string;
  /** Of a heading, without its `#`. */
  readonly anchor: string | null;
}

/**
 * What a place of the book is called where nothing but its address is known: `/guide/first-steps#your-book` reads
 * "Guide › First steps › Your book".
 *
 * @param home - path of the book's first page, which begins every other's
 * @returns the empty text for the first page
 */
export function placeName({ page, anchor }: Place, home: string): string {
  const prefix = home.endsWith("/") ? home : `${home}/`;
  const path = `${page}/`.startsWith(prefix) ? page.slice(prefix.length) : page;
  const steps = path.split("/").filter((step) => step !== "");
  return [...steps, ...(anchor === null || anchor === "" ? [] : [anchor])].map(readable).join(" › ");
}

function readable(step: string): string {
  const words = decoded(step).replace(/[-_]+/g, " ").trim();
  const [first = "", ...rest] = words;
  return first.toLocaleUpperCase() + rest.join("");
}

/** An address may hold a percent sign that begins no character. */
function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
