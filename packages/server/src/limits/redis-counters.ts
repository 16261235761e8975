import { Redis } from "ioredis";
import { RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { Clock } from "../clock.ts";
import type { Secret } from "../config/secret.ts";
import type { Counter, Use } from "./memory-counters.ts";
import { type PolicyName, policies } from "./policies.ts";
import type { CounterStore } from "./shared-counters.ts";

/** Whoever waits longer has been answered without it by then. */
const commandTimeoutMs = 2_000;
const connectTimeoutMs = 2_000;
const longestPauseMs = 1_000;

/**
 * Adds ARGV[1] points, which may be -1, to a window of ARGV[2] seconds with ARGV[3] points. One who is refused is not
 * counted, and nothing falls below zero: the library's own script does both, and then what is given back is too much.
 */
const countPoints = `
local used = tonumber(redis.call('get', KEYS[1]) or '0')
local change = tonumber(ARGV[1])
local left = redis.call('pttl', KEYS[1])
if change > 0 and used >= tonumber(ARGV[3]) then return {used + change, left} end
if change < 0 and used <= 0 then return {0, 1} end
if left > 0 then return {redis.call('incrby', KEYS[1], change), left} end
redis.call('set', KEYS[1], change, 'EX', ARGV[2])
return {change, 1000 * ARGV[2]}
`;

/** Redis or Valkey, by `redis://` or, with TLS, `rediss://`. */
export function connectToRedis(url: Secret): Redis {
  const redis = new Redis(url.reveal(), {
    lazyConnect: true,
    keyPrefix: "bookplate:",
    connectionName: "bookplate",
    connectTimeout: connectTimeoutMs,
    commandTimeout: commandTimeoutMs,
    retryStrategy: (attempts) => Math.min(attempts * 100, longestPauseMs),
    // While it is away nobody waits for it, and nothing is counted afterwards.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
  });
  // Whoever asks is told; without a listener each attempt to connect would be written to the standard error.
  redis.on("error", () => {});
  return redis;
}

/** Rejects with the reason for which nobody answers; the client goes on trying. */
export async function reachRedis(redis: Redis): Promise<void> {
  let reason: unknown;
  const note = (error: unknown) => {
    reason = error;
  };
  redis.on("error", note);
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    throw reason ?? error;
  } finally {
    redis.off("error", note);
  }
}

/** Counters in Redis, whose own clock ends their windows. */
export function createRedisCounters(redis: Redis, clock: Clock): CounterStore {
  const limiters = new Map(
    (Object.keys(policies) as PolicyName[]).map((policy) => {
      const { points, windowSeconds } = policies[policy];
      const options = { keyPrefix: policy, points, duration: windowSeconds };
      const limiter = new RateLimiterRedis({
        ...options,
        storeClient: redis,
        customIncrTtlLuaScript: countPoints,
      });
      return [policy, limiter];
    }),
  );

  async function consume({ policy, key }: Counter): Promise<Use> {
    const counted = await limiters
      .get(policy)
      ?.consume(key)
      .catch((refusal: unknown) => {
        if (refusal instanceof RateLimiterRes) return refusal;
        throw refusal;
      });
    if (!counted) throw new Error(`There is no limit of the name ${policy}.`);
    return { used: counted.consumedPoints, endsAt: clock.now().getTime() + counted.msBeforeNext };
  }

  return {
    name: "Redis",
    connect: () => reachRedis(redis),
    take: (counters) => Promise.all(counters.map(consume)),
    async giveBack(counters) {
      await Promise.all(counters.map(({ policy, key }) => limiters.get(policy)?.reward(key)));
    },
    close: () => redis.disconnect(),
  };
}
