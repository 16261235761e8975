import { type ProblemCode, problemCodes } from "../problem-codes.ts";
import {
  type ApiDocument,
  type DescribedOperation,
  type Operation,
  operationsOf,
} from "./openapi-operations.ts";
import { problemMediaType } from "./problem.ts";
import { exampleProblem } from "./problem-examples.ts";
import { problemKinds } from "./problem-titles.ts";

const tokenCodes: readonly ProblemCode[] = [
  "unauthenticated",
  "token-expired",
  "token-stale",
  "session-ended",
];
const bodyCodes: readonly ProblemCode[] = ["body-too-large", "unsupported-media-type", "validation-failed"];

const headersByStatus: Record<number, object> = {
  401: { "WWW-Authenticate": { description: "RFC 6750", schema: { type: "string" } } },
  429: {
    "Retry-After": { description: "Seconds to wait", schema: { type: "integer" } },
    RateLimit: {
      description: "What is left of each limit, as draft-ietf-httpapi-ratelimit-headers writes it",
      schema: { type: "string" },
    },
    "RateLimit-Policy": { description: "The limits that `RateLimit` is about", schema: { type: "string" } },
  },
  503: { "Retry-After": { description: "Seconds to wait", schema: { type: "integer" } } },
};

/** The codes that an operation of the document can answer. */
export function problemsOf(operation: Operation): ProblemCode[] {
  const responses: Record<string, { content?: Record<string, { examples?: object }> }> =
    operation.responses ?? {};
  const named = Object.values(responses).flatMap(({ content }) =>
    Object.keys(content?.[problemMediaType]?.examples ?? {}),
  );
  return problemCodes.filter((code) => named.includes(code));
}

/** What follows from the shape of a request: nobody has to remember it, so no route forgets it. */
function conventionalProblems(method: string, operation: Operation): ProblemCode[] {
  const parameters = operation.parameters ?? [];
  const has = (place: string) => parameters.some((parameter) => "in" in parameter && parameter.in === place);
  const guarded = operation.security?.some((requirement) => "accessToken" in requirement);
  return [
    ...(guarded ? tokenCodes : []),
    ...(operation.requestBody ? bodyCodes : []),
    ...(takesJson(operation) ? (["malformed-json"] as const) : []),
    ...(has("query") ? (["validation-failed"] as const) : []),
    ...(has("path") ? (["not-found"] as const) : []),
    ...(method === "get" ? [] : (["origin-not-allowed"] as const)),
    "internal-error",
  ];
}

function takesJson({ requestBody }: Operation): boolean {
  return requestBody !== undefined && "content" in requestBody && "application/json" in requestBody.content;
}

/** Gives an operation every problem that it can answer, each with its page and an example document. */
export function completeProblems(
  method: string,
  operation: Operation,
  options: { publicUrl: string; needsDatabase: boolean; isLimited: boolean },
): void {
  const possible = new Set([
    ...problemsOf(operation),
    ...conventionalProblems(method, operation),
    ...(options.needsDatabase ? (["database-unavailable"] as const) : []),
    ...(options.isLimited ? (["too-many-requests"] as const) : []),
  ]);
  const codes = problemCodes.filter((code) => possible.has(code));
  operation.responses ??= {};
  for (const status of new Set(codes.map((code) => problemKinds[code].status))) {
    const ofStatus = codes.filter((code) => problemKinds[code].status === status);
    operation.responses[String(status)] = {
      description: ofStatus.map((code) => `[\`${code}\`](/problems/${code})`).join(", "),
      ...(headersByStatus[status] && { headers: headersByStatus[status] }),
      content: {
        [problemMediaType]: {
          schema: { $ref: "#/components/schemas/Problem" },
          examples: Object.fromEntries(
            ofStatus.map((code) => [
              code,
              { summary: problemKinds[code].title, value: exampleProblem(code, options.publicUrl) },
            ]),
          ),
        },
      },
    };
  }
}

/** Which operations answer each code, in the order of the document. */
export function operationsByProblem(document: ApiDocument): Map<ProblemCode, DescribedOperation[]> {
  const found = new Map<ProblemCode, DescribedOperation[]>();
  for (const described of operationsOf(document)) {
    for (const code of problemsOf(described.operation)) {
      found.set(code, [...(found.get(code) ?? []), described]);
    }
  }
  return found;
}
