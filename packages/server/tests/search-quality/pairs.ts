/** A question as a reader puts it, and where its answer stands: the best place first, then others that answer it as well. */
export type Pair = readonly [question: string, ...places: readonly [string, ...string[]]];
