import type { CreationOptions, Passkey, RequestOptions } from "./schemas.ts";

export const exampleRequestId = "7Zq0e1nB5yLJt0mWc2vKxgGTqE3Mx1X9t3Zk0cYh2uJwq8sVb6nQf4dRz1pLk5aToA0iUyGe";
const challenge = "b3J5eXg4bWJqd2Zq0e1nB5yLJt0mWc2vKxgGTqE3Mx1";

export const examplePasskey: Passkey = {
  id: "01937b1c-b5d6-7a21-8f3e-4c5d6e7f8a9b",
  name: "Work laptop",
  provider: "Google Password Manager",
  synced: true,
  createdAt: "2026-11-21T09:30:00.000Z",
  lastUsedAt: "2026-11-21T10:05:00.000Z",
};

export const exampleCreationOptions: CreationOptions = {
  requestId: exampleRequestId,
  options: {
    challenge,
    rp: { id: "book.example.org", name: "Bookplate" },
    user: {
      id: "MDE5MzdiMWMtOWY1ZS03YzNhLThiN2UtMmY2ZDFjMGE5ZTU1",
      name: "alice@example.org",
      displayName: "Alice",
    },
    pubKeyCredParams: [{ type: "public-key", alg: -7 }],
    timeout: 600_000,
    excludeCredentials: [],
    authenticatorSelection: {
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    },
    attestation: "none",
  },
};

export const exampleRequestOptions: RequestOptions = {
  requestId: exampleRequestId,
  options: { challenge, rpId: "book.example.org", timeout: 600_000, userVerification: "required" },
};

const id = "kU2a5nRyV1w8cXqE0tZbLg";
const clientDataJSON = "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0IiwiY2hhbGxlbmdlIjoi4oCmIn0";

export const exampleCredential = {
  id,
  type: "public-key" as const,
  response: {
    clientDataJSON,
    authenticatorData: "SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAQ",
    signature: "MEUCIQDx2nq3mLr0bQ",
  },
};

export const exampleNewCredential = {
  id,
  type: "public-key" as const,
  response: {
    clientDataJSON,
    attestationObject: "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YQ",
    transports: ["internal"],
  },
};
