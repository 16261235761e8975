import { inspect } from "node:util";
import { expect, test } from "vitest";
import { Secret } from "../config/secret.ts";
import { connectToRedis, reachRedis } from "./redis-counters.ts";

test("an address that begins with rediss is spoken to with TLS, and nothing is before it is asked to", () => {
  const plain = connectToRedis(new Secret("redis://:password@127.0.0.1:6379/2"));
  const secure = connectToRedis(new Secret("rediss://book:password@redis.example.org:6380"));
  expect(plain.options).toMatchObject({ host: "127.0.0.1", port: 6379, db: 2, password: "password" });
  expect(plain.options.tls).toBeUndefined();
  expect(secure.options).toMatchObject({ host: "redis.example.org", port: 6380, username: "book" });
  expect(secure.options.tls).toBeTruthy();
  expect([plain.status, secure.status]).toEqual(["wait", "wait"]);
});

test("whoever cannot be reached is said by place, without the password", async () => {
  const redis = connectToRedis(new Secret("redis://:s3cr3t-of-redis@127.0.0.1:1"));
  const failure = await reachRedis(redis).catch((error: unknown) => error);
  redis.disconnect();
  expect(String(failure)).toContain("ECONNREFUSED 127.0.0.1:1");
  expect(inspect(failure)).not.toContain("s3cr3t-of-redis");
});
