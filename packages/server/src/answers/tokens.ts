/** What a model reads or writes, as its provider counts it and bills it. */
export interface TokenUsage {
  readonly input: number;
  readonly output: number;
  /** The provider told nothing, so {@link estimateTokens} did. */
  readonly estimated: boolean;
}

/**
 * How many tokens a text has, without the model's own dictionary: three Latin letters and code, or one
 * character of another script, to a token. That is more than today's models count, never much less.
 */
export function estimateTokens(text: string): number {
  let ascii = 0;
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) < 128) ascii += 1;
  return Math.ceil(ascii / 3 + (text.length - ascii));
}
