import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

export interface Ceremony {
  readonly challenge: string;
  readonly rpId: string;
  readonly origin: string;
}

const userPresent = 0x01;
const userVerified = 0x04;
const backupEligible = 0x08;
const backedUp = 0x10;
const attestedCredential = 0x40;

/**
 * A WebAuthn authenticator with one ES256 key, in software (Web Authentication Level 3, section 6).
 *
 * @param kind.synced - a password manager's: on several devices, without a count of signatures
 * @param kind.aaguid - whose make it is
 */
export function createAuthenticator({ synced = false, aaguid = "" } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const credentialId = randomBytes(32);
  const id = credentialId.toString("base64url");
  let counter = 0;
  let verifiesUser = true;

  function authenticatorData(rpId: string, flags: number, attested: Buffer): Buffer {
    const head = Buffer.alloc(5);
    const backup = synced ? backupEligible | backedUp : 0;
    head.writeUInt8(flags | userPresent | backup | (verifiesUser ? userVerified : 0));
    head.writeUInt32BE(counter, 1);
    return Buffer.concat([createHash("sha256").update(rpId).digest(), head, attested]);
  }

  const clientData = (type: string, { challenge, origin }: Ceremony) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  /** A COSE key: kty EC2, alg ES256, crv P-256, x, y. */
  const coseKey = Buffer.concat([
    Buffer.from("a5010203262001215820", "hex"),
    Buffer.from(x, "base64url"),
    Buffer.from("225820", "hex"),
    Buffer.from(y, "base64url"),
  ]);

  return {
    id,

    /** From now on a touch is enough, as on a key without a PIN. */
    stopVerifyingUser(): void {
      verifiesUser = false;
    },

    /** As a copy of the key does that has not signed as often. */
    forgetCount(): void {
      counter = 0;
    },

    /** The answer to registration options, with the attestation `none`. */
    register(ceremony: Ceremony) {
      const make = Buffer.alloc(16, aaguid.replaceAll("-", ""), "hex");
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credentialId.length);
      const attested = Buffer.concat([make, length, credentialId, coseKey]);
      const data = authenticatorData(ceremony.rpId, attestedCredential, attested);
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3]),
        cborText("fmt"),
        cborText("none"),
        cborText("attStmt"),
        Buffer.from([0xa0]),
        cborText("authData"),
        Buffer.from([0x58, data.length]),
        data,
      ]);
      return {
        id,
        rawId: id,
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData("webauthn.create", ceremony).toString("base64url"),
          attestationObject: attestationObject.toString("base64url"),
          transports: ["internal"],
        },
      };
    },

    /** The answer to authentication options. */
    authenticate(ceremony: Ceremony) {
      if (!synced) counter += 1;
      const data = authenticatorData(ceremony.rpId, 0, Buffer.alloc(0));
      const client = clientData("webauthn.get", ceremony);
      const signed = Buffer.concat([data, createHash("sha256").update(client).digest()]);
      return {
        id,
        rawId: id,
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString("base64url"),
          authenticatorData: data.toString("base64url"),
          signature: sign("sha256", signed, privateKey).toString("base64url"),
        },
      };
    },
  };
}

export type Authenticator = ReturnType<typeof createAuthenticator>;

/** A text of fewer than 24 bytes in CBOR (RFC 8949, section 3.1). */
function cborText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);
}
