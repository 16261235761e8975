import type { Account, Preferences as Choices } from "@bookplate/client";
import { languages } from "@bookplate/messages/languages";
import { useState } from "react";
import { useAuth } from "../auth-context.ts";
import { FormBox, Submit } from "../forms/FormBox.tsx";
import { useIds } from "../forms/place.ts";
import { useForm } from "../forms/use-form.ts";
import { useAccountWords } from "./account-words.tsx";
import { PartOfPage } from "./PartOfPage.tsx";

export interface PreferencesProps {
  readonly reader: Account;
  readonly arrived: boolean;
  /** Shows the page in a theme at once, where the site can. */
  readonly applyTheme: ((theme: Choices["theme"]) => void) | undefined;
  /** Addresses of this page in the book's other languages, by BCP 47 tag. */
  readonly translations: Readonly<Record<string, string>> | undefined;
}

const themes = ["system", "light", "dark"] as const;
const letters = ["replies", "product"] as const;

/** What the reader has chosen. Guests, who get no letters, choose the theme only. */
export function Preferences({ reader, arrived, applyTheme, translations }: PreferencesProps) {
  const { client, settings } = useAuth();
  const { account: words } = useAccountWords();
  const { preferences } = words;
  const chosen = reader.preferences;
  const ids = useIds("preferences");
  const [saved, setSaved] = useState(false);
  const { busy, failure, formProps } = useForm({
    rules: {},
    async send(value) {
      const theme = themes.find((name) => name === value("theme")) ?? chosen.theme;
      const forLetters = {
        language: value("language"),
        notifications: { replies: value("replies") !== "", product: value("product") !== "" },
      };
      await client.account.updatePreferences({ theme, ...(!reader.guest && forLetters) });
      applyTheme?.(theme);
      setSaved(true);
    },
  });
  const translation =
    chosen.language === settings.language || reader.guest ? undefined : translations?.[chosen.language];

  return (
    <PartOfPage
      title={preferences.title}
      lead={reader.guest ? preferences.guestLead : preferences.lead}
      arrived={arrived}
    >
      <form
        id={ids()}
        name="preferences"
        className="bp-form"
        method="post"
        action={settings.pages.account}
        {...formProps}
        onInput={() => setSaved(false)}
      >
        <FormBox failure={failure} />
        <fieldset className="bp-choices">
          <legend className="bp-label">{preferences.theme}</legend>
          {themes.map((theme) => (
            <label key={theme} className="bp-check">
              <input type="radio" name="theme" value={theme} defaultChecked={theme === chosen.theme} />
              <span>{preferences.themes[theme]}</span>
            </label>
          ))}
        </fieldset>
        {!reader.guest && (
          <>
            <LetterLanguage id={ids("language")} chosen={chosen.language} />
            <fieldset className="bp-choices">
              <legend className="bp-label">{preferences.letters}</legend>
              {letters.map((kind) => (
                <label key={kind} className="bp-check">
                  <input type="checkbox" name={kind} defaultChecked={chosen.notifications[kind]} />
                  <span>{preferences[kind]}</span>
                </label>
              ))}
              <p className="bp-hint">{preferences.securityLetters}</p>
            </fieldset>
          </>
        )}
        <div className="bp-actions">
          <Submit busy={busy} label={words.save} busyLabel={words.saving} />
          <p role="status" className="bp-outcome">
            {saved && words.saved}
          </p>
        </div>
      </form>
      {translation !== undefined && (
        // Another language is another build of the book, so the page is loaded anew.
        <a className="bp-link" href={translation} hrefLang={chosen.language}>
          {preferences.readIn({ language: nameOf(chosen.language) })}
        </a>
      )}
    </PartOfPage>
  );
}

function LetterLanguage({ id, chosen }: { readonly id: string; readonly chosen: string }) {
  const { preferences } = useAccountWords().account;
  return (
    <div className="bp-field">
      <label className="bp-label" htmlFor={id}>
        {preferences.language}
      </label>
      <div className="bp-input-frame">
        <select
          id={id}
          name="language"
          className="bp-input"
          defaultValue={chosen}
          aria-describedby={`${id}-hint`}
        >
          {[...new Set<string>([...languages, chosen])].map((tag) => (
            <option key={tag} value={tag} lang={tag}>
              {nameOf(tag)}
            </option>
          ))}
        </select>
      </div>
      <p id={`${id}-hint`} className="bp-hint">
        {preferences.languageHint}
      </p>
    </div>
  );
}

/** A language by its own name, so that whoever speaks it finds it. */
const nameOf = (tag: string): string => new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
