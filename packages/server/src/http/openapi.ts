import { version } from "../version.ts";
import type { HttpApp } from "./app-type.ts";
import { type ApiDocument, apiBase, type Operation, operationsOf } from "./openapi-operations.ts";
import { introduction, tags } from "./openapi-texts.ts";
import { completeProblems } from "./problem-responses.ts";

interface DescribedParts {
  /** What is mounted at {@link apiBase}. */
  readonly api: HttpApp;
  /** What stands beside it, at the root of the origin. */
  readonly besides: HttpApp;
  readonly publicUrl: string;
}

/** Operations that work while the database is away. */
const withoutDatabase = new Set(["checkProcess", "readSigningKeys"]);

/** The contract as a document: the routes are its only source. It is made at the first call, then kept. */
export function createOpenApiDocument(parts: DescribedParts): () => ApiDocument {
  let document: ApiDocument | undefined;
  return () => {
    document ??= describe(parts);
    return document;
  };
}

function describe({ api, besides, publicUrl }: DescribedParts): ApiDocument {
  const info = {
    title: "Bookplate",
    version,
    description: introduction,
    license: { name: "MIT" },
  };
  const document = api.getOpenAPI31Document({ openapi: "3.1.0", info, tags, servers: [{ url: apiBase }] });
  const atRoot = besides.getOpenAPI31Document({ openapi: "3.1.0", info });
  document.paths ??= {};
  for (const [path, item] of Object.entries(atRoot.paths ?? {})) {
    document.paths[path] = { ...item, servers: [{ url: "/" }] };
  }
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...atRoot.components?.schemas },
    securitySchemes: {
      accessToken: {
        type: "http",
        scheme: "bearer",
        bearerFormat: "JWT",
        description: "The `accessToken` of a session: a guest's or an account's.",
      },
      introspectionToken: {
        type: "http",
        scheme: "bearer",
        description: "`INTROSPECTION_TOKEN` of the server's settings, for services alone.",
      },
      dpopProof: {
        type: "apiKey",
        in: "header",
        name: "DPoP",
        description:
          "RFC 9449: a JWT that proves a key, made for this one request. It binds a session that begins to the key. With a bound " +
          "access token it is needed at every call, and the scheme of `Authorization` is `DPoP` instead of `Bearer`.",
      },
    },
  };
  for (const { method, address, operation } of operationsOf(document)) {
    if (operation.security) operation.security = withProofs(operation.security);
    const needsDatabase = !withoutDatabase.has(operation.operationId ?? "");
    // Everything under /api is.
    const isLimited = address.startsWith(apiBase);
    completeProblems(method, operation, { publicUrl, needsDatabase, isLimited });
  }
  return document;
}

/** Wherever an access token counts, a bound one counts with its proof. */
function withProofs(ways: NonNullable<Operation["security"]>): NonNullable<Operation["security"]> {
  return ways.flatMap((way) => ("accessToken" in way ? [way, { ...way, dpopProof: [] }] : [way]));
}
