import { z } from "zod";
import type { AuditReport, ChainPlace } from "../audit/verification.ts";

/** What `bookplate audit` asks of the server that has the database open; light, because every command loads it. */
export const chainPlaceSchema = z.object({ position: z.number(), hash: z.string() });

export const auditReportSchema = z.object({
  events: z.number(),
  erased: z.number(),
  unchained: z.number(),
  oldestUnchained: z.string().nullable(),
  cut: chainPlaceSchema.nullable(),
  head: chainPlaceSchema.nullable(),
  noted: z.enum(["there", "absent", "cut-off"]).nullable(),
  faults: z.array(
    z.object({
      fault: z.enum(["changed", "unlinked", "missing", "erased", "head"]),
      position: z.number(),
      eventId: z.string().nullable(),
    }),
  ),
  faultCount: z.number(),
});

export interface AuditOperations {
  /** @param noted - a head that an earlier run printed */
  verifyAudit(noted: ChainPlace | undefined): Promise<AuditReport>;
}
