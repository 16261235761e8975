import { scryptSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { fromFirebase } from "./firebase-scrypt.ts";
import { readPasswordHash } from "./formats.ts";

function opens(password: string, stored: string): boolean {
  const read = readPasswordHash(stored);
  if (typeof read !== "object") throw new Error(`Not read: ${stored}`);
  return read.verify(Buffer.from(password));
}

describe("hashes that others have published", () => {
  test.each([
    // RFC 9106, section 5, has no text form; these are from the PHC's own test suite.
    [
      "argon2id",
      "password",
      "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
    ],
    [
      "argon2i",
      "password",
      "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8",
    ],
    // jBCrypt's and the OpenBSD project's.
    ["bcrypt", "abc", "$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i"],
    // passlib's documentation.
    [
      "passlib's PBKDF2",
      "toomanysecrets",
      "$pbkdf2-sha256$29000$N2YMIWQsBWBMae09x1jrPQ$1t8iyB2A.WF/Z5JZv.lfCIhXXN33N23OSgQYThBYRfk",
    ],
    [
      "passlib's bcrypt_sha256",
      "password",
      "$bcrypt-sha256$v=2,t=2b,r=12$n79VH.0Q2TMWmt3Oqt9uku$Kq4Noyk3094Y2QlB8NdRT8SvGiI4ft2",
    ],
  ])("%s", (_name, password, stored) => {
    expect(opens(password, stored)).toBe(true);
    expect(opens(`${password} `, stored)).toBe(false);
  });

  test("Firebase's example", () => {
    const base64 = (text: string) => Buffer.from(text, "base64");
    const stored = fromFirebase(
      {
        passwordHash:
          "lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==",
        salt: "42xEC+ixf3L2lw==",
      },
      {
        signerKey: base64(
          "jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==",
        ),
        saltSeparator: base64("Bw=="),
        rounds: 8,
        memoryCost: 14,
      },
    );
    expect(opens("user1password", stored ?? "")).toBe(true);
    expect(opens("user1passworD", stored ?? "")).toBe(false);
    // The project's key is not kept: what is stored would be the same with any other.
    expect(stored).not.toContain("jxspr8Ki0RYycVU8zykb");
  });
});

test.each([
  ["bcrypt of cost 16", "$2b$16$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i"],
  [
    "argon2 with a gigabyte",
    "$argon2id$v=19$m=1048576,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
  ],
  [
    "argon2 with a thousand passes",
    "$argon2id$v=19$m=65536,t=1000,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
  ],
  ["scrypt with a gigabyte", "$scrypt$ln=20,r=8,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"],
  [
    "scrypt with a hundred lanes",
    "$scrypt$ln=14,r=8,p=100$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
  ],
  [
    "PBKDF2 with a hundred million rounds",
    "pbkdf2_sha256$100000000$salt$1XoPwbhXCsGYM0Y8RyiFkAe1XoPwbhXCsGYM0Y8Ryi8=",
  ],
  ["PBKDF2 that makes many blocks", `$pbkdf2-sha256$1000000$c29tZXNhbHQ$${"A".repeat(400)}`],
])("%s would keep a thread busy, and is refused", (_what, stored) => {
  expect(readPasswordHash(stored)).toBe("too-costly");
});

test.each([
  "",
  "!",
  "plain text",
  "5f4dcc3b5aa765d61d8327deb882cf99",
  "$1$salt$qJH7.N4xYta3aEG/dfqo/0",
  "$2b$12$tooshort",
  "$2b$03$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i",
  "$argon2id$v=19$m=7,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
  "$scrypt$ln=0,r=8,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
  "scrypt$1000$salt$8$1$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4=",
  "$pbkdf2-sha256$0$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
  "$pbkdf2-md5$1000$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
  "imported:$2b$12$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i",
])("%j is no stored password", (stored) => {
  expect(readPasswordHash(stored)).toBeUndefined();
});

test("a digest that was cut off proves nothing: an empty one would equal every other", () => {
  expect(readPasswordHash("$pbkdf2-sha256$1000$c29tZXNhbHQ$AAAA")).toBeUndefined();
  expect(readPasswordHash("pbkdf2_sha256$1000$salt$")).toBeUndefined();
  const short = scryptSync("x", "salt", 8, { N: 1024 }).toString("base64").replace("=", "");
  expect(readPasswordHash(`$scrypt$ln=10,r=8,p=1$c2FsdA$${short}`)).toBeUndefined();
});
