import { lazy } from "react";
import { useAuth } from "../auth-context.ts";
import { Lazily } from "../Lazily.tsx";
import type { GuestThingsProps } from "./GuestThings.tsx";

const GuestThings = lazy(() => import("./GuestThings.tsx"));

/** Asks whose a guest's conversations are, where a guest signs in or registers; few readers are one. */
export function GuestChats(props: GuestThingsProps) {
  const { guestAccount } = useAuth();
  if (guestAccount === null) return null;
  return (
    <Lazily key={guestAccount.id}>
      <GuestThings {...props} />
    </Lazily>
  );
}
