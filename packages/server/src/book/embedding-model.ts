/** The port behind which a model stands that turns texts into vectors: near ones mean nearly the same. */
export interface EmbeddingModel {
  /** Vectors of different models cannot be compared. */
  readonly name: string;
  /**
   * @returns one vector for each text, all of one length
   * @throws an `Error` whose message can be logged: it repeats none of the texts
   */
  embed(texts: readonly string[], signal: AbortSignal): Promise<readonly (readonly number[])[]>;
}

/** A direction: with all of length 1, the inner product of two is the cosine of the angle between them. */
export interface Vector {
  readonly dimensions: number;
  /** As the extension `vector` reads it. */
  readonly text: string;
}

export function toVector(embedding: readonly number[]): Vector {
  const length = Math.hypot(...embedding) || 1;
  return {
    dimensions: embedding.length,
    text: `[${embedding.map((value) => (value / length).toPrecision(7)).join(",")}]`,
  };
}
