import { useState } from "react";
import { useAuth } from "../auth-context.ts";
import { FailureBox } from "../forms/FormBox.tsx";
import { useAccountWords } from "./account-words.tsx";
import { Confirmation } from "./Confirmation.tsx";
import { PartOfPage } from "./PartOfPage.tsx";
import { Section } from "./Section.tsx";
import { saveFile } from "./save-file.ts";
import { useStepUp } from "./step-up/index.ts";
import { useAct } from "./use-act.ts";
import { useReturningFocus } from "./use-returning-focus.ts";

interface DataProps {
  readonly arrived: boolean;
  /** Whoever has no account is asked for no proof, and reads other words. */
  readonly guest: boolean;
  readonly onDeleted: () => void;
}

/** What the book holds about its reader: to take along, and to be rid of. */
export function Data({ arrived, guest, onDeleted }: DataProps) {
  const words = useDataWords(guest);
  return (
    <PartOfPage title={words.title} lead={words.lead} arrived={arrived}>
      <Section title={words.exportTitle}>
        <Export guest={guest} />
      </Section>
      <Section title={words.deleteTitle}>
        <Deletion guest={guest} onDeleted={onDeleted} />
      </Section>
    </PartOfPage>
  );
}

function useDataWords(guest: boolean) {
  const { data, guestData } = useAccountWords().safety;
  return guest ? { ...data, ...guestData } : data;
}

function Export({ guest }: Pick<DataProps, "guest">) {
  const { client } = useAuth();
  const words = useDataWords(guest);
  const { perform } = useStepUp();
  const [outcome, setOutcome] = useState("");
  const { busy, failure, run } = useAct(async () => {
    setOutcome("");
    const data = await perform(client.account.export);
    const day = new Date().toISOString().slice(0, 10);
    const text = `${JSON.stringify(data, null, 2)}\n`;
    saveFile(`${location.hostname}-${day}.json`, new Blob([text], { type: "application/json" }));
    setOutcome(words.exported);
  });
  return (
    <>
      <p className="bp-quiet">{words.exportLead}</p>
      <FailureBox text={failure} />
      <p role="status" className="bp-outcome">
        {outcome}
      </p>
      <button type="button" className="bp-button bp-button-quiet" aria-busy={busy} onClick={run}>
        {busy ? words.exporting : words.export}
      </button>
    </>
  );
}

function Deletion({ guest, onDeleted }: Omit<DataProps, "arrived">) {
  const { client } = useAuth();
  const words = useDataWords(guest);
  const { perform } = useStepUp();
  const { doing, begin, stop } = useReturningFocus<"deleting">();

  async function remove() {
    // However fresh the last proof is: whoever finds the page open cannot delete with two presses.
    await perform(client.account.remove, { always: !guest });
    onDeleted();
  }

  return (
    <>
      <p className="bp-quiet">{words.deleteLead}</p>
      <ul className="bp-consequences">
        {words.deleteConsequences.map((consequence) => (
          <li key={consequence}>{consequence}</li>
        ))}
      </ul>
      <button
        type="button"
        className="bp-button bp-button-danger"
        hidden={doing !== null}
        onClick={(event) => begin("deleting", event.currentTarget)}
      >
        {words.delete}
      </button>
      {doing === "deleting" && (
        <Confirmation
          question={words.deleteQuestion}
          label={words.deleteForGood}
          act={remove}
          onCancel={stop}
        />
      )}
    </>
  );
}
