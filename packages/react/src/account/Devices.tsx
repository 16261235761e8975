import { isProblem, type Device as SignIn } from "@bookplate/client";
import { useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useAccountWords } from "./account-words.tsx";
import { Device } from "./Device.tsx";
import { ListEnd } from "./ListEnd.tsx";
import { OtherDevices } from "./OtherDevices.tsx";
import { PartOfPage } from "./PartOfPage.tsx";
import { useList } from "./use-list.ts";

/** Where the account is signed in, this device first. */
export function Devices({ arrived }: { readonly arrived: boolean }) {
  const { client } = useAuth();
  const { devices: words } = useAccountWords().account;
  const list = useList(client.account.devices);
  const [outcome, setOutcome] = useState("");
  const hasOthers = list.hasMore || list.items.some(({ current }) => !current);
  const isRead = list.items.length > 0 && !list.reading;

  async function end({ id }: SignIn) {
    setOutcome("");
    await client.account.endDevice(id).catch((error) => {
      // It has signed out meanwhile: what the reader wanted is so.
      if (!isProblem(error, "not-found")) throw error;
    });
    list.change((items) => items.filter((item) => item.id !== id));
    setOutcome(words.ended);
  }

  async function endOthers() {
    setOutcome("");
    await client.account.endOtherDevices();
    await list.readAnew();
    setOutcome(words.othersEnded);
  }

  return (
    <PartOfPage title={words.title} lead={words.lead} arrived={arrived}>
      <p role="status" className="bp-outcome">
        {outcome}
      </p>
      <ul className="bp-rows">
        {list.items
          .toSorted((one, other) => Number(other.current) - Number(one.current))
          .map((device) => (
            <Device key={device.id} device={device} onEnd={end} />
          ))}
      </ul>
      <ListEnd list={list} count={list.items.length} empty={words.onlyHere} />
      {hasOthers && <OtherDevices onEnd={endOthers} />}
      {!hasOthers && isRead && <p className="bp-quiet">{words.onlyHere}</p>}
    </PartOfPage>
  );
}
