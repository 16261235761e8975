import type { Account } from "@bookplate/client";
import { useState } from "react";
import { useAuth } from "../auth-context.ts";
import { Field } from "../forms/Field.tsx";
import { FormBox, Submit } from "../forms/FormBox.tsx";
import { type FieldRule, nameRule } from "../forms/field-rules.ts";
import { useIds } from "../forms/place.ts";
import { useForm } from "../forms/use-form.ts";
import { useAccountWords } from "./account-words.tsx";
import { EmailAddress } from "./EmailAddress.tsx";
import { PartOfPage } from "./PartOfPage.tsx";

interface ProfileProps {
  readonly account: Account;
  readonly arrived: boolean;
}

const imageRule: FieldRule = ({ value }) =>
  value.trim() === "" || /^https:\/\/\S+$/.test(value.trim()) ? null : "value-invalid";

/** The reader's name and picture; the address that the letters go to. */
export function Profile({ account, arrived }: ProfileProps) {
  const { updateProfile, settings } = useAuth();
  const { account: words, screens, locale } = useAccountWords();
  const { profile } = words;
  const ids = useIds("profile");
  const [saved, setSaved] = useState(false);
  const { busy, failure, formProps } = useForm({
    rules: { name: nameRule, image: imageRule },
    async send(value) {
      await updateProfile({ name: value("name").trim(), image: value("image").trim() || null });
      setSaved(true);
    },
    word: (refusal) =>
      refusal.fields.image === undefined
        ? refusal
        : { ...refusal, fields: { ...refusal.fields, image: profile.imageWrong } },
  });
  const since = new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date(account.createdAt));

  return (
    <PartOfPage title={profile.title} lead={profile.lead} arrived={arrived}>
      <form
        id={ids()}
        name="profile"
        className="bp-form"
        method="post"
        action={settings.pages.account}
        {...formProps}
        onInput={(event) => {
          setSaved(false);
          formProps.onInput(event);
        }}
      >
        <FormBox failure={failure} />
        <Field
          id={ids("name")}
          name="name"
          label={screens.fields.name}
          error={failure?.fields.name}
          autoComplete="name"
          required
          dir="auto"
          defaultValue={account.name ?? ""}
        />
        <Field
          id={ids("image")}
          name="image"
          label={profile.image}
          hint={profile.imageHint}
          error={failure?.fields.image}
          type="url"
          inputMode="url"
          autoComplete="photo"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          defaultValue={account.image ?? ""}
        />
        <div className="bp-actions">
          <Submit busy={busy} label={words.save} busyLabel={words.saving} />
          <p role="status" className="bp-outcome">
            {saved && words.saved}
          </p>
        </div>
      </form>
      <EmailAddress account={account} />
      <p className="bp-quiet">{profile.since({ date: since })}</p>
    </PartOfPage>
  );
}
