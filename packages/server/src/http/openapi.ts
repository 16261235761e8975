import { version } from "../version.ts";
import type { HttpApp } from "./app-type.ts";

/** The contract as a document: the routes are its only source. */
export function openApiDocument(api: HttpApp) {
  api.openAPIRegistry.registerComponent("securitySchemes", "accessToken", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
  });
  return api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Bookplate",
      version,
      description: "Accounts and chat ownership for AI books.",
      license: { name: "MIT" },
    },
    servers: [{ url: "/api/v1" }],
  });
}
