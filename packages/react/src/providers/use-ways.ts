import type { Client, SignInWays } from "@bookplate/client";
import { useEffect, useState } from "react";
import { useAuth } from "../auth-context.ts";

const asked = new WeakMap<Client, Promise<SignInWays>>();

/** The ways to sign in here, asked for once; `null` until they are known, and where they cannot be. */
export function useWays(): SignInWays | null {
  const { client } = useAuth();
  const [ways, setWays] = useState<SignInWays | null>(null);
  useEffect(() => {
    let current = true;
    const asking = asked.get(client) ?? client.auth.ways();
    asked.set(client, asking);
    asking.then(
      (known) => current && setWays(known),
      // A password signs in all the same.
      () => asked.delete(client),
    );
    return () => {
      current = false;
    };
  }, [client]);
  return ways;
}
