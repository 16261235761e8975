/** File in the weighed book that says which chunks are loaded together. */
export const chunksFile = "chunks.json";
