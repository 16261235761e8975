import type { ApiDocument, Operation } from "../../src/http/openapi-operations.ts";

interface Example {
  readonly name: string;
  readonly value: unknown;
}

interface MediaType {
  readonly schema?: object;
  readonly example?: unknown;
  readonly examples?: Record<string, { summary?: string; value?: unknown }>;
}

/** A body of the document: its schema, its examples, and where it stands. */
export interface DescribedBody {
  readonly mediaType: string;
  readonly schema: object | undefined;
  readonly examples: readonly Example[];
}

function toBodies(content: Record<string, MediaType> | undefined): DescribedBody[] {
  return Object.entries(content ?? {}).map(([mediaType, { schema, example, examples = {} }]) => ({
    mediaType,
    schema,
    examples: [
      ...(example === undefined ? [] : [{ name: "example", value: example }]),
      ...Object.entries(examples).map(([name, { summary, value }]) => ({ name: summary ?? name, value })),
    ],
  }));
}

export function requestBodies({ requestBody }: Operation): DescribedBody[] {
  return requestBody && "content" in requestBody ? toBodies(requestBody.content) : [];
}

export function answerBodies({ responses }: Operation): { status: number; bodies: DescribedBody[] }[] {
  return Object.entries(responses ?? {}).map(([status, answer]) => ({
    status: Number(status),
    bodies: toBodies((answer as { content?: Record<string, MediaType> }).content),
  }));
}

/** A schema of the document with everything that it refers to in place. */
export function resolveSchema(document: ApiDocument, schema: unknown): Record<string, unknown> {
  if (Array.isArray(schema)) return schema.map((part) => resolveSchema(document, part)) as never;
  if (typeof schema !== "object" || schema === null) return schema as never;
  if ("$ref" in schema) {
    const name = String(schema.$ref).replace("#/components/schemas/", "");
    return resolveSchema(document, document.components?.schemas?.[name]);
  }
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, resolveSchema(document, value)]),
  );
}
