import { expect, test } from "vitest";
import { keepFlowCookies, listFlowCookies } from "./flow-cookies.ts";

const challenge = "bookplate-native.passkey-challenge";

test("of a request's cookies, only the challenge of a passkey reaches Better Auth", () => {
  const header = `bookplate=1; bookplate-native.session_token=2; __Secure-${challenge}=3; ${challenge}=4`;
  expect(keepFlowCookies(header)).toBe(`__Secure-${challenge}=3; ${challenge}=4`);
  expect(keepFlowCookies("bookplate-native.session_token=2")).toBeUndefined();
  expect(keepFlowCookies(`x${challenge}=2; ${challenge}x=2; ${challenge}`)).toBeUndefined();
  expect(keepFlowCookies(undefined)).toBeUndefined();
});

test("of an answer's cookies, only the challenge leaves", () => {
  const headers = new Headers();
  headers.append("set-cookie", "bookplate-native.session_token=2; Path=/; HttpOnly");
  headers.append("set-cookie", "bookplate-native.session_data.0=2; Path=/");
  headers.append("set-cookie", `${challenge}=3; Path=/; HttpOnly`);
  expect(listFlowCookies(headers)).toEqual([`${challenge}=3; Path=/; HttpOnly`]);
});
