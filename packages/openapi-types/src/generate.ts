import openapiTypes, { astToString } from "openapi-typescript";

const header = `// Made from the server's OpenAPI document; \`npm run openapi-types\` makes it anew.

`;

/**
 * TypeScript types for an OpenAPI 3.1 document. A field with a default may be left out of a request.
 *
 * @param json - the document's text
 */
export async function generateTypes(json: string): Promise<string> {
  return header + astToString(await openapiTypes(json, { defaultNonNullable: false }));
}
