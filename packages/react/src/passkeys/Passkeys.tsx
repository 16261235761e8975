import { isProblem, type Passkey } from "@bookplate/client";
import { useEffect, useState } from "react";
import { useAccountWords } from "../account/account-words.tsx";
import { ListEnd } from "../account/ListEnd.tsx";
import { Section } from "../account/Section.tsx";
import { useSignInMethods } from "../account/sign-in-methods.ts";
import { useList } from "../account/use-list.ts";
import { useAuth } from "../auth-context.ts";
import { AddPasskey } from "./AddPasskey.tsx";
import { OnePasskey } from "./OnePasskey.tsx";

/** The reader's passkeys, as a section of the part Security. */
export function Passkeys() {
  const { client } = useAuth();
  const { passkeys: words } = useAccountWords();
  const { methods, readAnew } = useSignInMethods();
  const list = useList(client.passkeys.list);
  const [known, setKnown] = useState<boolean | null>(null);
  const [outcome, setOutcome] = useState("");
  useEffect(() => {
    client.passkeys.known().then(
      ({ atAll }) => setKnown(atAll),
      () => setKnown(false),
    );
  }, [client]);
  const isOnly = methods.passkeys === 1 && !methods.password && methods.providers.length === 0;

  function added(passkey: Passkey) {
    list.change((items) => [...items, passkey]);
    setOutcome(words.addedNow);
    readAnew();
  }

  async function rename(renaming: Passkey, name: string) {
    setOutcome("");
    const renamed = await client.passkeys.rename(renaming.id, name);
    list.change((items) => items.map((item) => (item.id === renamed.id ? renamed : item)));
    setOutcome(words.renamed);
  }

  async function remove({ id }: Passkey) {
    setOutcome("");
    await client.passkeys.remove(id).catch((error) => {
      // It was removed elsewhere meanwhile: what the reader wanted is so.
      if (!isProblem(error, "not-found")) throw error;
    });
    list.change((items) => items.filter((item) => item.id !== id));
    setOutcome(words.removed);
    readAnew();
  }

  return (
    <Section title={words.title}>
      <p className="bp-quiet">{words.lead}</p>
      <p role="status" className="bp-outcome">
        {outcome}
      </p>
      <ul className="bp-rows">
        {list.items.map((passkey) => (
          <OnePasskey
            key={passkey.id}
            passkey={passkey}
            isOnly={isOnly}
            onRename={rename}
            onRemove={remove}
          />
        ))}
      </ul>
      <ListEnd list={list} count={list.items.length} empty={words.empty} />
      {known === true && <AddPasskey onAdded={added} onOutcome={setOutcome} />}
      {known === false && <p className="bp-quiet">{words.unsupported}</p>}
    </Section>
  );
}
