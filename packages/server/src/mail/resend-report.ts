import type { DeliveryReport } from "./deliveries.ts";
import type { ResendReport } from "./resend-schemas.ts";
import type { Delivery } from "./tables.ts";
import { letterTag } from "./transports/resend.ts";

const deliveriesByType: Readonly<Record<string, Delivery>> = {
  "email.delivery_delayed": "delayed",
  "email.delivered": "delivered",
  "email.bounced": "bounced",
  "email.complained": "complained",
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @returns nothing where a report is not about the delivery of one of our letters */
export function readResendReport(eventId: string, report: ResendReport): DeliveryReport | undefined {
  const delivery = deliveriesByType[report.type];
  const letterId = findTag(report);
  const at = new Date(report.created_at);
  if (!delivery || !letterId || !uuid.test(letterId) || Number.isNaN(at.getTime())) return undefined;
  return { eventId, letterId, delivery, at, suppress: whySuppress(delivery, report) };
}

function whySuppress(delivery: Delivery, { data }: ResendReport): DeliveryReport["suppress"] {
  if (delivery === "complained") return "complained";
  if (delivery !== "bounced") return undefined;
  // A full mailbox may have room tomorrow.
  return data.bounce?.type === "Transient" ? "unreachable" : "bounced";
}

/** Tags come as an object or as the list that they were sent as. */
function findTag({ data: { tags } }: ResendReport): string | undefined {
  return Array.isArray(tags) ? tags.find(({ name }) => name === letterTag)?.value : tags?.[letterTag];
}
