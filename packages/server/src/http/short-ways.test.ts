import { expect, test } from "vitest";
import type { Principal } from "../sessions/principal.ts";
import { chooseShortWay, shortWayForToken } from "./short-ways.ts";

const principal: Principal = {
  userId: "018f0000-0000-7000-8000-000000000001",
  sessionId: "018f0000-0000-7000-8000-000000000002",
  role: "user",
  guest: false,
  emailVerified: true,
  epoch: 1,
  refreshCounter: 1,
  authTime: new Date(0),
  issuedAt: new Date(0),
  expiresAt: new Date(1),
};

const asked = {
  method: "GET",
  path: "/session",
  headers: { authorization: "Bearer known" },
  findAddress: () => "203.0.113.1",
  readBody: async () => "",
};

const answering = (admit: (address: string) => boolean) =>
  chooseShortWay({
    "GET /session": shortWayForToken({
      recognise: (token) => (token === "known" ? principal : undefined),
      admit,
      answer: () => "{}",
    }),
  });

test("an address whose limit is used up is left to the ordinary way, which says until when", () => {
  expect(answering(() => true)(asked)).toEqual({ body: "{}" });
  expect(answering((address) => address !== "203.0.113.1")(asked)).toBeUndefined();
});

test("only what is answered takes a point", () => {
  let taken = 0;
  const shortWay = answering(() => {
    taken += 1;
    return true;
  });
  shortWay({ ...asked, path: "/session?x" });
  shortWay({ ...asked, method: "HEAD" });
  shortWay({ ...asked, headers: { authorization: "Bearer unknown" } });
  shortWay({ ...asked, headers: { ...asked.headers, origin: "https://book.example.org" } });
  expect(taken).toBe(0);
});
