import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { findFreePort } from "../../../scripts/free-port.ts";
import { waitUntil } from "../../../scripts/wait-until.ts";
import type { LetterReport } from "../src/mail/desk.ts";
import { createBrowser } from "./support/browser.ts";
import { commandIn, spawnCommand } from "./support/command.ts";
import {
  type MailServer,
  mailUser,
  makeCertificate,
  removeCertificate,
  startMailServer,
  tokenIn,
} from "./support/mail-server.ts";
import { alice } from "./support/people.ts";
import { type ResendStandIn, refusals, startResendStandIn } from "./support/resend-stand-in.ts";

const timeout = 300_000;
const readyTimeoutMs = 120_000;
const apiKey = "re_123456789";
const to = "operator@example.org";

let directory: string;
let mailServer: MailServer;
let resend: ResendStandIn;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "bp-mail-"));
  mailServer = await startMailServer();
  resend = await startResendStandIn(apiKey);
});
afterAll(async () => {
  await mailServer.close();
  await resend.close();
  rmSync(directory, { recursive: true, force: true });
});
afterEach(() => {
  mailServer.refuse = undefined;
  resend.refuse = undefined;
});

const plain = () => ({
  SMTP_URL: `smtp://127.0.0.1:${mailServer.port}`,
  MAIL_FROM: "Book <book@example.org>",
});
const viaResend = () => ({
  RESEND_API_KEY: apiKey,
  RESEND_BASE_URL: resend.url,
  MAIL_FROM: "book@example.org",
});

test("mail test sends a letter over an encrypted connection to a server that is vouched for", {
  timeout,
}, async () => {
  const certificate = makeCertificate();
  const secure = await startMailServer({ secure: true, ...certificate, authOptional: false });
  const url = (password: string) => `smtps://${mailUser.user}:${password}@localhost:${secure.port}`;
  const run = (password: string) =>
    commandIn(directory, {
      SMTP_URL: url(password),
      MAIL_FROM: "book@example.org",
      NODE_EXTRA_CA_CERTS: certificate.file,
    })("mail", "test", to);
  try {
    const good = await run(mailUser.password);
    expect(good).toMatchObject({ code: 0, stderr: "" });
    expect(good.stdout).toMatch(/ok {2}smtp localhost:\d+/);
    expect(secure.received).toMatchObject([{ to: [to], encrypted: true, user: mailUser.user }]);
    const wrong = await run("wrong");
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toContain("535 5.7.8 Authentication credentials invalid");
    expect(wrong.stdout).toContain("SMTP_URL or RESEND_API_KEY with the right user");
    expect(wrong.stdout + wrong.stderr).not.toContain("wrong@");
  } finally {
    await secure.close();
    removeCertificate(certificate);
  }
});

test("mail test tries every transport, and says which one refuses and what to mend", {
  timeout,
}, async () => {
  resend.refuse = refusals.unverifiedDomain;
  const { code, stdout } = await commandIn(directory, { ...plain(), ...viaResend() })(
    "mail",
    "test",
    to,
    "--json",
  );
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    to,
    allTaken: false,
    tried: [
      { way: `smtp 127.0.0.1:${mailServer.port}`, taken: true, answer: null },
      { taken: false, answer: refusals.unverifiedDomain.message, mend: expect.stringContaining("MAIL_FROM") },
    ],
  });
  expect(mailServer.received.at(-1)).toMatchObject({ to: [to] });
});

test("doctor says whether a provider takes letters of the sender's domain", { timeout }, async () => {
  const mailFinding = async () => {
    const { stdout } = await commandIn(directory, viaResend())("doctor", "--json");
    const { findings } = JSON.parse(stdout) as {
      findings: { group: string; status: string; found: string }[];
    };
    return findings.find(({ group }) => group === "mail");
  };
  expect(await mailFinding()).toMatchObject({
    status: "fail",
    found: expect.stringContaining("example.org"),
  });
  resend.domains.push({ name: "example.org", status: "verified" });
  expect(await mailFinding()).toMatchObject({ status: "ok" });
  resend.refuse = refusals.sendsOnly;
  expect(await mailFinding()).toMatchObject({ status: "ok", found: expect.stringContaining("mail test") });
});

test("without a transport the letter is caught, where a server shows it", { timeout }, async () => {
  const { code, stdout } = await commandIn(directory)("mail", "test", to);
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining("/dev/mail") });
  expect(readdirSync(join(directory, "data", "mailbox"))).toHaveLength(1);
  expect((await commandIn(directory)("mail", "test", "a@b, c@d")).code).toBe(1);
});

test("letters that were given up are listed and sent again, addresses are silenced and not, news are written", {
  timeout,
}, async () => {
  const port = await findFreePort();
  const settings = { ...plain(), PORT: String(port), LIMITS: "off", BCRYPT_COST: "10" };
  const command = commandIn(directory, settings);
  const json = async <T>(...given: string[]) =>
    JSON.parse((await command("mail", ...given, "--json")).stdout) as T;
  const failed = () => json<{ letters: LetterReport[] }>("list", "--failed");
  const server = spawnCommand(["serve", "--json"], directory, settings);
  try {
    const url = `http://localhost:${port}`;
    await waitUntil("the server is ready", readyTimeoutMs, async () => {
      return (await fetch(`${url}/readyz`).catch(() => undefined))?.ok || undefined;
    });
    await registerForNews(url);
    const before = mailServer.received.length;

    // Somebody else's server takes nothing that looks like this, and nobody is at the other address.
    mailServer.refuse = (address) =>
      address === alice.email
        ? { at: "data", code: 554, text: "5.7.1 spam" }
        : { at: "rcpt", code: 550, text: "5.1.1 unknown" };
    const news = join(directory, "news.md");
    writeFileSync(news, "# A new chapter\n\nIt is about arms.\n");
    expect(await json("announce", news)).toMatchObject({ readers: 1, written: false });
    expect((await failed()).letters).toEqual([]);
    expect(await json("announce", news, "--yes")).toMatchObject({
      readers: 1,
      written: true,
      announcedAt: null,
    });
    const { letters } = await waitUntil("the letter is given up", readyTimeoutMs, async () => {
      const found = await failed();
      return found.letters.length > 0 ? found : undefined;
    });
    expect(letters).toMatchObject([
      { to: alice.email, kind: "announcement", state: "failed", reason: "EMESSAGE 554 5.7.1" },
    ]);
    expect((await command("mail", "list", "--failed")).stdout).toContain("given up");
    expect(
      (await json<{ announcedAt: string | null }>("announce", news, "--yes")).announcedAt,
    ).not.toBeNull();

    mailServer.refuse = undefined;
    expect((await command("mail", "retry")).code).toBe(1);
    expect((await command("mail", "retry", "no-id")).code).toBe(1);
    expect(await json("retry", letters[0]?.id ?? "")).toEqual({ queued: 1 });
    await waitUntil("the letter is there", readyTimeoutMs, async () => mailServer.received[before]);
    expect(mailServer.received.slice(before)).toMatchObject([{ to: [alice.email] }]);
    expect(await json("retry", "--all")).toEqual({ queued: 0 });

    expect(await json("suppressed")).toEqual({ suppressed: [] });
    expect((await command("mail", "unsuppress", alice.email)).stderr).toContain("was not suppressed");
    expect(await json<{ letters: LetterReport[] }>("list", "--to", "ALICE@example.org")).toMatchObject({
      letters: [{ kind: "announcement", state: "sent", sentBy: "smtp" }, { kind: "verify-registration" }],
    });
  } finally {
    server.child.kill("SIGTERM");
    await server.result;
  }
});

/** An account with a proven address that asked for news. */
async function registerForNews(url: string): Promise<void> {
  const browser = createBrowser(url);
  await browser.post("/auth/register", alice);
  const letter = await waitUntil("the letter is there", readyTimeoutMs, async () =>
    mailServer.received.find((received) => received.to[0] === alice.email),
  );
  const { body } = await browser.post<{ session: { accessToken: string } }>("/auth/verify-email", {
    token: tokenIn(letter),
    delivery: "body",
  });
  await browser.send("PATCH", "/me/preferences", {
    accessToken: body.session.accessToken,
    body: { notifications: { product: true } },
  });
}
