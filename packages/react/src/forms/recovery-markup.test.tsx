import { expect, test } from "vitest";
import { attributesOf, renderPage } from "../tests/static-page.tsx";
import { WithProofsWords } from "../words/proofs-words.tsx";
import { WithRecoveryWords } from "../words/recovery-words.tsx";
import { WithWords } from "../words/words.tsx";
import { CodeField } from "./CodeField.tsx";
import { EmailChangeForm, EmailUndoForm, ForgotForm, ResetForm } from "./index.ts";
import { ResetByCode } from "./ResetByCode.tsx";
import { type CodeKind, useCode } from "./use-code.ts";

const nothing = () => {};

function Field({ kind }: { readonly kind: CodeKind }) {
  return <CodeField id="field" code={useCode(kind)} failure={null} />;
}

const codeField = async (kind: CodeKind) => {
  const html = await renderPage(
    <WithProofsWords>
      <Field kind={kind} />
    </WithProofsWords>,
  );
  return attributesOf(html, kind === "recovery-code" ? "recoveryCode" : "code");
};

test("password managers find the address on the page for a forgotten password", async () => {
  const html = await renderPage(<ForgotForm />);
  expect(attributesOf(html, "forgot")).toMatchObject({
    id: "bp-forgot",
    method: "post",
    action: "/book/forgot",
  });
  expect(attributesOf(html, "email")).toMatchObject({ type: "email", autoComplete: "username" });
});

test("a new password stands beside its address, once, and the letter's code is one field", async () => {
  const html = await renderPage(
    <WithWords>
      <WithRecoveryWords>
        <ResetByCode
          email="alice@example.org"
          requestId="r"
          onRequested={nothing}
          onReset={nothing}
          onBack={nothing}
        />
      </WithRecoveryWords>
    </WithWords>,
  );
  expect(attributesOf(html, "email")).toMatchObject({
    type: "email",
    autoComplete: "username",
    value: "alice@example.org",
    readOnly: "",
  });
  expect(attributesOf(html, "code")).toMatchObject({
    inputMode: "numeric",
    autoComplete: "one-time-code",
    maxLength: "8",
  });
  expect(attributesOf(html, "password")).toMatchObject({ autoComplete: "new-password", minLength: "12" });
  expect(html.match(/type="password"/g)).toHaveLength(1);
});

test("the code of an app is one field that managers and phones fill", async () => {
  expect(await codeField("totp")).toMatchObject({
    inputMode: "numeric",
    autoComplete: "one-time-code",
    maxLength: "6",
  });
});

test("a recovery code has another name and no one-time-code, so that no manager fills both", async () => {
  const attributes = await codeField("recovery-code");
  expect(attributes.name).toBe("recoveryCode");
  expect(attributes).not.toHaveProperty("autoComplete");
  expect(attributes).not.toHaveProperty("maxLength");
});

test.each([
  ["reset", <ResetForm key="reset" />],
  ["email-change", <EmailChangeForm key="change" />],
  ["email-undo", <EmailUndoForm key="undo" />],
])(
  "the static page /%s offers no button that could be pressed before the letter's link was read",
  async (_, form) => {
    const html = await renderPage(form);
    expect(html).toContain("bp-heading");
    expect(html).not.toContain("<button");
  },
);
