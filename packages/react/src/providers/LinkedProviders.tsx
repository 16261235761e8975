import type { LinkedProvider } from "@bookplate/client";
import { problemText } from "@bookplate/messages/problems";
import { useEffect, useRef, useState } from "react";
import { Confirmation } from "../account/Confirmation.tsx";
import { Moment } from "../account/Moment.tsx";
import { Section } from "../account/Section.tsx";
import { useSignInMethods } from "../account/sign-in-methods.ts";
import { useStepUp } from "../account/step-up/index.ts";
import { useAct } from "../account/use-act.ts";
import { useReturningFocus } from "../account/use-returning-focus.ts";
import { useAuth } from "../auth-context.ts";
import { FailureBox } from "../forms/FormBox.tsx";
import { useProviderWords, WithProviderWords } from "../words/provider-words.tsx";
import { useFailureText } from "../words/use-failure-text.ts";
import { useWords } from "../words/words.tsx";
import { takeProviderReturn } from "./provider-return.ts";
import { useWays } from "./use-ways.ts";

/** The providers that sign in to the account; nothing where there are none to link. */
export function LinkedProviders() {
  const { methods } = useSignInMethods();
  const offered = useWays()?.providers ?? [];
  if (offered.length === 0 && methods.providers.length === 0) return null;
  return (
    <WithProviderWords>
      <Providers offered={offered} links={methods.providers} />
    </WithProviderWords>
  );
}

interface ProvidersProps {
  readonly offered: readonly { readonly id: string; readonly name: string }[];
  readonly links: readonly LinkedProvider[];
}

function Providers({ offered, links }: ProvidersProps) {
  const { linked: words } = useProviderWords();
  const [outcome, setOutcome] = useState("");
  return (
    <Section title={words.title}>
      <p className="bp-quiet">{words.lead}</p>
      <p role="status" className="bp-outcome">
        {outcome}
      </p>
      <NewLink onDone={setOutcome} />
      {links.length === 0 && <p className="bp-quiet">{words.empty}</p>}
      <ul className="bp-rows">
        {links.map((link) => (
          <Link key={link.id} link={link} onRemoved={setOutcome} />
        ))}
      </ul>
      <div className="bp-actions">
        {offered
          .filter(({ id }) => !links.some(({ provider }) => provider === id))
          .map((provider) => (
            <LinkButton key={provider.id} provider={provider} />
          ))}
      </div>
    </Section>
  );
}

/** Takes up what a provider has just said, where the reader comes back from one. */
function NewLink({ onDone }: { readonly onDone: (outcome: string) => void }) {
  const { client } = useAuth();
  const { problems } = useWords();
  const { linked: words } = useProviderWords();
  const { readAnew } = useSignInMethods();
  const failureText = useFailureText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");

  async function take() {
    const returned = takeProviderReturn("#security");
    if (returned === null) return;
    if (returned.code === null) {
      setFailure(problemText(problems, returned.problem ?? "", {}));
      return;
    }
    setBusy(true);
    try {
      const { name } = await client.account.finishLink(returned.code);
      readAnew();
      onDone(words.done({ name }));
    } catch (error) {
      setFailure(failureText(error));
    }
    setBusy(false);
  }

  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void take();
  });
  return (
    <>
      <FailureBox text={failure} />
      {busy && (
        <p className="bp-quiet" role="status">
          {words.finishing}
        </p>
      )}
    </>
  );
}

function LinkButton({ provider }: { readonly provider: { readonly id: string; readonly name: string } }) {
  const { client, settings } = useAuth();
  const words = useProviderWords();
  const { perform } = useStepUp();
  const { busy, failure, run } = useAct(async () => {
    const returnTo = new URL(settings.pages.account ?? settings.pages.home, location.href).href;
    location.assign(await perform(() => client.account.linkProvider(provider.id, { returnTo })));
  });
  return (
    <div>
      <FailureBox text={failure} />
      <button type="button" className="bp-button bp-button-quiet" aria-busy={busy} onClick={run}>
        {busy ? words.leaving(provider) : words.linked.link(provider)}
      </button>
    </div>
  );
}

interface LinkProps {
  readonly link: LinkedProvider;
  readonly onRemoved: (outcome: string) => void;
}

function Link({ link, onRemoved }: LinkProps) {
  const { client } = useAuth();
  const { linked: words } = useProviderWords();
  const { perform } = useStepUp();
  const { readAnew } = useSignInMethods();
  const { doing, begin, stop } = useReturningFocus<"removing">();

  async function remove() {
    await perform(() => client.account.unlinkProvider(link.id));
    stop();
    onRemoved(words.removed(link));
    readAnew();
  }

  return (
    <li className="bp-row">
      <div className="bp-row-facts">
        <strong>
          <bdi>{link.name}</bdi>
        </strong>
        <span className="bp-quiet">
          <Moment at={link.linkedAt} say={words.since} />
        </span>
      </div>
      <div className="bp-row-actions" hidden={doing !== null}>
        <button
          type="button"
          className="bp-link"
          aria-label={words.removeNamed(link)}
          onClick={(event) => begin("removing", event.currentTarget)}
        >
          {words.remove}
        </button>
      </div>
      {doing !== null && (
        <Confirmation question={words.question(link)} label={words.remove} act={remove} onCancel={stop} />
      )}
    </li>
  );
}
