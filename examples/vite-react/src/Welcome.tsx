import { useAuth } from "@bookplate/react";

/** What somebody sees who is not signed in. */
export function Welcome() {
  const { openLogin, openRegister } = useAuth();
  return (
    <section className="welcome">
      <h1>Ask first. Keep it if you like.</h1>
      <p>
        You can ask the book without an account. Register later, and every conversation is still yours; your
        notes wait on the same desk.
      </p>
      <p className="actions">
        <button type="button" className="primary" onClick={() => void openRegister()}>
          Create an account
        </button>
        <button type="button" onClick={() => void openLogin()}>
          I have one
        </button>
      </p>
    </section>
  );
}
