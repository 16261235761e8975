import type { Terminal } from "@bookplate/messages/terminal";
import type { Secret } from "../../config/secret.ts";
import { type Finding, ok, warn } from "./check.ts";

/** Whether the store that several servers count limits in answers, where one is named. */
export async function checkLimits(url: Secret | undefined, { doctor }: Terminal): Promise<Finding[]> {
  if (!url) return [];
  const { connectToRedis, reachRedis } = await import("../../limits/redis-counters.ts");
  const host = URL.parse(url.reveal())?.host ?? "";
  const redis = connectToRedis(url);
  try {
    await reachRedis(redis);
    return [ok("limits", doctor.redisFine({ host }))];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      warn(
        "limits",
        doctor.redisFails({ host, reason }),
        doctor.redisFailsWhy,
        "REDIS_URL=redis://user:password@host:6379",
      ),
    ];
  } finally {
    redis.disconnect();
  }
}
