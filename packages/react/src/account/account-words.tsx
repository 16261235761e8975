import { type AccountWords, loadAccountWords } from "@bookplate/messages/account";
import { type Activity, loadActivity } from "@bookplate/messages/activity";
import { loadPasskeysWords, type PasskeysWords } from "@bookplate/messages/passkeys";
import { loadSafetyWords, type SafetyWords } from "@bookplate/messages/safety";
import type { ReactNode } from "react";
import { useAuth } from "../auth-context.ts";
import { override } from "../words/overrides.ts";
import { WithProofsWords } from "../words/proofs-words.tsx";
import { useWords, WithWords, type Words } from "../words/words.tsx";
import { createWordsPart, useWordsPart, WithPart, wordsIn } from "../words/words-part.tsx";

interface PageWords {
  readonly account: AccountWords;
  readonly activity: Activity;
  readonly passkeys: PasskeysWords;
  readonly safety: SafetyWords;
}

const part = createWordsPart<PageWords>({
  async load(language) {
    const [account, activity, passkeys, safety] = await Promise.all([
      loadAccountWords(language),
      loadActivity(language),
      loadPasskeysWords(language),
      loadSafetyWords(language),
    ]);
    return { account, activity, passkeys, safety };
  },
  override: ({ account, activity, passkeys, safety }, messages) => ({
    account: override(account, messages.account),
    activity,
    passkeys: override(passkeys, messages.passkeys),
    safety: override(safety, messages.safety),
  }),
});

interface AccountPageWords extends PageWords, Words {
  /** BCP 47 tag for times: the page's, unless the words are in another language for want of a translation. */
  readonly locale: string;
}

/** The words of the account page, inside {@link WithAccountWords}. */
export function useAccountWords(): AccountPageWords {
  const { language } = useAuth().settings;
  const own = useWordsPart(part);
  const words = useWords();
  const written = own.account.language;
  return { ...words, ...own, locale: isVariant(language, written) ? language : written };
}

/** Brings the words of the account page and of its forms, in the page's language. */
export function WithAccountWords({ children }: { readonly children: ReactNode }) {
  // Asked for before the forms' words are there, so that one does not wait for the other.
  wordsIn(part, useAuth().settings.language);
  return (
    <WithWords>
      <WithPart part={part}>
        <WithProofsWords>{children}</WithProofsWords>
      </WithPart>
    </WithWords>
  );
}

const isVariant = (tag: string, language: string): boolean =>
  tag === language || tag.startsWith(`${language}-`);
