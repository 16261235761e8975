import { expect, test } from "vitest";
import { AccountButton } from "../AccountButton.tsx";
import { attributesOf, renderPage } from "../tests/static-page.tsx";
import { LoginForm, RegisterForm, VerifyForm } from "./index.ts";

test("password managers find the login form's fields by their attributes", async () => {
  const html = await renderPage(<LoginForm />);
  expect(attributesOf(html, "email")).toMatchObject({
    id: "bp-login-email",
    type: "email",
    inputMode: "email",
    autoComplete: "username webauthn",
    autoCapitalize: "none",
    spellCheck: "false",
  });
  expect(attributesOf(html, "password")).toMatchObject({
    id: "bp-login-password",
    type: "password",
    autoComplete: "current-password webauthn",
  });
});

test("password managers find the registration form's fields by their attributes", async () => {
  const html = await renderPage(<RegisterForm />);
  expect(attributesOf(html, "email")).toMatchObject({ type: "email", autoComplete: "username" });
  expect(attributesOf(html, "name")).toMatchObject({ autoComplete: "name" });
  expect(attributesOf(html, "password")).toMatchObject({
    type: "password",
    autoComplete: "new-password",
    minLength: "12",
    passwordrules: "minlength: 12; maxlength: 256;",
  });
  expect(html.match(/type="password"/g)).toHaveLength(1);
});

test("a form cannot be sent before its script has come, and would put no password into an address", async () => {
  for (const [form, name, action] of [
    [<LoginForm key="login" />, "login", "/book/login"],
    [<RegisterForm key="register" />, "register", "/book/register"],
  ] as const) {
    const html = await renderPage(form);
    expect(attributesOf(html, name)).toMatchObject({ id: `bp-${name}`, method: "post", action });
    expect(html).toContain("Signing in needs JavaScript");
    expect(html).toMatch(/<button type="submit"[^>]* disabled/);
  }
});

test("the box for what goes wrong is there before anything does", async () => {
  expect(await renderPage(<LoginForm />)).toContain('<div class="bp-form-box" role="alert"></div>');
});

test("the static page knows nobody, and keeps the room of the account button", async () => {
  const html = await renderPage(<AccountButton />);
  expect(html).toContain('data-status="unknown"');
  expect(html).toContain("Sign in");
});

test("the static verify page offers no button that could be pressed before the letter's link was read", async () => {
  const html = await renderPage(<VerifyForm />);
  expect(html).toContain("Confirm your address");
  expect(html).not.toContain("<button");
});

test("no form carries a strength meter before somebody reaches for a new password", async () => {
  for (const form of [<LoginForm key="login" />, <RegisterForm key="register" />]) {
    const html = await renderPage(form);
    expect(html).toContain('type="password"');
    expect(html).not.toContain("bp-strength");
  }
});
