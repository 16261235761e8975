// The servers that are compared, and how each is asked the same things.
import { fileURLToPath } from "node:url";
import { Connection, request } from "../load.ts";

/** What a signed-in reader holds; each server puts into it what it needs. */
export interface Reader {
  accessToken: string;
  refreshToken: string;
  cookie: string;
}

export interface Peer {
  readonly name: string;
  command(port: number): readonly string[];
  environment(port: number, databaseUrl: string): NodeJS.ProcessEnv;
  readonly readyPath: string;
  /** Signs a new reader in. */
  signIn(port: number, index: number): Promise<Reader>;
  /** "Who am I?", from the token alone where the server can do that. */
  readonly session?: (reader: Reader) => string;
  /** "Who am I?", with the reader's row. */
  readonly me?: (reader: Reader) => string;
  readonly refresh?: (reader: Reader) => string;
}

const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const bearer = ({ accessToken }: Reader) => ({ authorization: `Bearer ${accessToken}` });
const nobody: Reader = { accessToken: "", refreshToken: "", cookie: "" };

async function post(port: number, path: string, body: object, headers: Record<string, string> = {}) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return { cookies: answer.headers.getSetCookie(), body: (await answer.json()) as Record<string, string> };
}

export const emptyRoute: Peer = {
  name: "an empty Hono route",
  command: () => [process.execPath, pathOf("empty-route.ts")],
  environment: (port) => ({ PORT: String(port) }),
  readyPath: "/",
  signIn: async () => nobody,
  session: () => request("GET", "/"),
};

export const betterAuth: Peer = {
  name: "stock Better Auth 1.7.7",
  command: () => [process.execPath, pathOf("better-auth.ts")],
  environment: (port, databaseUrl) => ({
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    NODE_ENV: "production",
  }),
  readyPath: "/ready",
  signIn: async (port, index) => {
    const origin = { origin: `http://127.0.0.1:${port}` };
    const reader = { email: `alice${index}@example.org`, password: "correct horse battery", name: "Alice" };
    const { cookies } = await post(port, "/api/auth/sign-up/email", reader, origin);
    return { ...nobody, cookie: cookies.map((line) => line.split(";")[0]).join("; ") };
  },
  session: ({ cookie }) => request("GET", "/api/auth/get-session", { headers: { cookie } }),
};

export const fastApi: Peer = {
  name: "FastAPI",
  command: (port) =>
    [
      "/usr/bin/python3",
      "-m",
      "uvicorn",
      "fastapi_app:app",
      "--app-dir",
      pathOf("."),
      "--port",
      String(port),
    ].concat(["--log-level", "error", "--no-access-log", "--loop", "uvloop", "--http", "httptools"]),
  environment: (_, databaseUrl) => ({
    DATABASE_URL: databaseUrl.replace("postgres:", "postgresql+asyncpg:"),
    PYTHONDONTWRITEBYTECODE: "1",
  }),
  readyPath: "/ready",
  signIn: async (port, index) => {
    const { body } = await post(port, "/auth/register", { email: `alice${index}@example.org` });
    return { ...nobody, accessToken: body.access_token ?? "", refreshToken: body.refresh_token ?? "" };
  },
  me: (reader) => request("GET", "/users/me", { headers: bearer(reader) }),
  refresh: ({ refreshToken }) => request("POST", "/auth/refresh", { body: { refresh_token: refreshToken } }),
};

export const bookplateSecret = "kq3Vw9ZrT7uYbN2mXc5LpD8sGfHjA1eR4tWz";

export const bookplate: Peer = {
  name: "Bookplate",
  command: () => [process.execPath, pathOf("../../packages/server/src/main.ts")],
  environment: (port, databaseUrl) => ({
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    DATABASE_URL: databaseUrl,
    BOOKPLATE_SECRET: bookplateSecret,
    BOOKPLATE_DATA_DIR: ".",
    // The load comes from one address.
    LIMITS: "off",
    // A token is renewed when it is older than twice this.
    REFRESH_GRACE: "1s",
  }),
  readyPath: "/readyz",
  signIn: async (port) => {
    const { body } = await post(port, "/api/v1/auth/guest", { delivery: "body" });
    return { ...nobody, accessToken: body.accessToken ?? "", refreshToken: body.refreshToken ?? "" };
  },
  session: (reader) => request("GET", "/api/v1/auth/session", { headers: bearer(reader) }),
  me: (reader) => request("GET", "/api/v1/me", { headers: bearer(reader) }),
  refresh: ({ refreshToken }) => request("POST", "/api/v1/auth/refresh", { body: { refreshToken } }),
};

const refreshTokenInJson = /"refresh_?token":"([^"]+)"/i;

/** What a refresh gave back, whoever answered it; found without parsing, as this is asked thousands of times a second. */
export function readRefreshToken(body: string): string {
  return refreshTokenInJson.exec(body)?.[1] ?? "";
}

/** Asks once and insists on a good answer, so that no figure is made of refusals. */
export async function requireGood(port: number, text: string): Promise<void> {
  const connection = new Connection(port);
  const { status, body } = await connection.ask(text);
  connection.close();
  if (status !== 200 || body.length < 10) throw new Error(`A request was answered ${status}: ${body}`);
}
