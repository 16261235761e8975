import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A letter as a mail server got it. */
export interface ReceivedLetter {
  readonly from: string;
  readonly to: readonly string[];
  readonly user: string;
  readonly encrypted: boolean;
  /** RFC 5322. */
  readonly source: string;
  readonly messageId: string;
}

/** What is said instead of taking a letter, for instance `{ at: "rcpt", code: 550, text: "5.1.1 unknown" }`. */
export interface MailRefusal {
  readonly at: "mail" | "rcpt" | "data";
  readonly code: number;
  readonly text: string;
}

/** A real mail server that does as a test wishes. */
export interface MailServer {
  readonly port: number;
  readonly received: ReceivedLetter[];
  readonly connections: { count: number };
  /** Asked for each letter, with its recipient. */
  refuse: ((to: string) => MailRefusal | undefined) | undefined;
  /** Letters are taken when this has settled; `undefined`: at once. */
  hold: Promise<void> | undefined;
  /** Goes away as a machine does that loses its power; `listen` brings it back at the same port. */
  goAway(): Promise<void>;
  listen(): Promise<void>;
  close(): Promise<void>;
}

/** User and password that the server knows. */
export const mailUser = { user: "book", password: "s3cret" };

export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const received: ReceivedLetter[] = [];
  const connections = { count: 0 };
  let server: SMTPServer | undefined;
  let port = 0;

  const mailServer: MailServer = {
    get port() {
      return port;
    },
    received,
    connections,
    refuse: undefined,
    hold: undefined,
    async goAway() {
      const ending = server;
      server = undefined;
      if (!ending) return;
      const closed = new Promise<void>((resolve) => ending.close(() => resolve()));
      for (const connection of ending.connections) connection.close();
      await closed;
    },
    async listen() {
      server = create();
      server.listen(port, "127.0.0.1");
      await once(server.server, "listening");
      port = (server.server.address() as AddressInfo).port;
    },
    close: () => mailServer.goAway(),
  };

  const refusalOf = (to: string, at: MailRefusal["at"]) => {
    const refusal = mailServer.refuse?.(to);
    return refusal?.at === at
      ? Object.assign(new Error(refusal.text), { responseCode: refusal.code })
      : undefined;
  };

  function create(): SMTPServer {
    const made = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
      closeTimeout: 1,
      ...options,
      onConnect: (_session, done) => {
        connections.count += 1;
        done();
      },
      onAuth: ({ username, password }, _session, done) =>
        username === mailUser.user && password === mailUser.password
          ? done(null, { user: username })
          : done(Object.assign(new Error("5.7.8 Authentication credentials invalid"), { responseCode: 535 })),
      onMailFrom: (_address, _session, done) => done(refusalOf("", "mail")),
      onRcptTo: ({ address }, _session, done) => done(refusalOf(address, "rcpt")),
      onData: async (stream, session, done) => {
        // A client that is killed in the middle has sent no letter.
        const source = await text(stream).catch(() => undefined);
        if (source === undefined) return;
        const { mailFrom, rcptTo } = session.envelope;
        const to = rcptTo.map(({ address }) => address);
        await mailServer.hold;
        const refusal = refusalOf(to[0] ?? "", "data");
        if (refusal) return done(refusal);
        received.push({
          from: mailFrom ? mailFrom.address : "",
          to,
          user: String(session.user ?? ""),
          encrypted: session.secure,
          source,
          messageId: /^Message-ID: <(.*)>/im.exec(source)?.[1] ?? "",
        });
        return done();
      },
    });
    // A connection that a test cuts is no news.
    made.on("error", () => {});
    return made;
  }

  await mailServer.listen();
  return mailServer;
}

/** The token in the link of a letter, whose text is quoted-printable (RFC 2045, section 6.7). */
export function tokenIn({ source }: ReceivedLetter): string {
  const text = source.replaceAll(/=\r?\n/g, "").replaceAll("=3D", "=");
  const token = /#token=([\w-]+)/.exec(text)?.[1];
  if (!token) throw new Error("The letter has no link with a token.");
  return token;
}

/** A certificate for this machine, vouched for by nobody but itself. */
export function makeCertificate(): { key: Buffer; cert: Buffer; directory: string; file: string } {
  const directory = mkdtempSync(join(tmpdir(), "bookplate-certificate-"));
  const [key, file] = [join(directory, "key.pem"), join(directory, "cert.pem")];
  execFileSync(
    "openssl",
    [
      ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"],
      ...["-keyout", key, "-out", file, "-subj", "/CN=localhost"],
      ...["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
    ],
    { stdio: "ignore" },
  );
  return { key: readFileSync(key), cert: readFileSync(file), directory, file };
}

export function removeCertificate({ directory }: { readonly directory: string }): void {
  rmSync(directory, { recursive: true, force: true });
}
