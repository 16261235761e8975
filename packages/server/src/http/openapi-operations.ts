import type { HttpApp } from "./app-type.ts";

export type ApiDocument = ReturnType<HttpApp["getOpenAPI31Document"]>;
type PathItem = NonNullable<ApiDocument["paths"]>[string];
export type Operation = NonNullable<PathItem["get"]>;

/** Where the API is mounted; the document's paths are relative to it unless they name a server of their own. */
export const apiBase = "/api/v1";

const methods = ["get", "post", "put", "patch", "delete"] as const;

export interface DescribedOperation {
  readonly method: (typeof methods)[number];
  /** The full path on the origin. */
  readonly address: string;
  readonly operation: Operation;
}

/** Every operation of a document, in its order. */
export function operationsOf(document: ApiDocument): DescribedOperation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      const base = item.servers === undefined ? apiBase : "";
      return operation ? [{ method, address: base + path, operation }] : [];
    }),
  );
}
