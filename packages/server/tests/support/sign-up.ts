import { findFreePort } from "../../../../scripts/free-port.ts";
import { createAddresses } from "../../src/accounts/addresses.ts";
import { createAudit } from "../../src/audit/audit.ts";
import type { RawSettings } from "../../src/config/settings.ts";
import type { OpenDatabase } from "../../src/database/database.ts";
import { createInvitations } from "../../src/invitations/service.ts";
import { createRoleTable } from "../../src/roles/roles.ts";
import { createTestClock, type TestClock } from "./clock.ts";
import { openPreparedDatabase } from "./database.ts";
import { startTestServer, type TestServer } from "./server.ts";

export interface RestartedServer {
  /** The one that runs now. */
  readonly server: TestServer;
  /** Starts it again with these settings, on the same database, secret and port. */
  restart(settings: RawSettings): Promise<void>;
  close(): Promise<void>;
}

/** A server whose operator changes `SIGN_UP` now and then. */
export async function startRestartable(settings: RawSettings): Promise<RestartedServer> {
  const database: OpenDatabase = await openPreparedDatabase();
  const clock: TestClock = createTestClock();
  const kept = {
    PORT: settings.PORT ?? String(await findFreePort()),
    BOOKPLATE_SECRET: "a secret that outlives every restart of this server",
  };
  const start = (given: RawSettings) => startTestServer({ ...kept, ...given }, { database, clock });
  let server = await start(settings);
  return {
    get server() {
      return server;
    },
    restart: async (given) => {
      await server.close();
      server = await start({ ...settings, ...given });
    },
    close: async () => {
      await server.close();
      await database.close();
    },
  };
}

/** What stands in the fragment of an invitation's link. */
export function invitationOf(link: string): string {
  return new URLSearchParams(new URL(link).hash.slice(1)).get("invitation") ?? "";
}

/** What `bookplate invite` does. @returns what stands in the link */
export async function inviteAsOperator(
  { database, clock }: Pick<TestServer, "database" | "clock">,
  invitation: { email?: string; role?: string } = {},
): Promise<{ id: string; invitation: string; withdraw(): Promise<void> }> {
  const invitations = createInvitations({
    database: database.db,
    clock,
    audit: createAudit({ clock }),
    roleTable: createRoleTable(),
    addresses: createAddresses({ clock }),
    writeLetter: async () => {},
    signUp: { mode: "invitation" },
    bookUrl: "http://localhost:7860",
  });
  const operator = { kind: "operator" } as const;
  const { id, url } = await invitations.invite(operator, { ...invitation, language: "en" });
  return { id, invitation: invitationOf(url), withdraw: () => invitations.withdraw(operator, id) };
}
