// Importing accounts, as commands and the running server speak of it; light, because every command loads it.
import { z } from "zod";
import { importFormats, importRefusals } from "../accounts/import/report.ts";

/** What can be written into a line of JSON. */
export const userImportSchema = z.object({
  /** Absolute path. */
  file: z.string(),
  format: z.enum(importFormats),
  dryRun: z.boolean(),
  firebase: z
    .object({
      base64_signer_key: z.string(),
      base64_salt_separator: z.string(),
      rounds: z.number(),
      mem_cost: z.number(),
    })
    .optional(),
});
export type UserImportRequest = z.infer<typeof userImportSchema>;

export const importReportSchema = z.object({
  imported: z.number(),
  alreadyThere: z.number(),
  refused: z.number(),
  withoutPassword: z.number(),
  unverified: z.number(),
  refusals: z.array(z.object({ line: z.number(), reason: z.enum(importRefusals) })),
});
