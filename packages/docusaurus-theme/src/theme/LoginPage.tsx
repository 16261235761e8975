import { LoginForm } from "@bookplate/react/forms";
import { translate } from "@docusaurus/Translate";
import { ReaderPage } from "../client/ReaderPage.tsx";

/** The page `/login`, the twin of the login dialog. */
export default function LoginPage() {
  const title = translate({
    id: "theme.bookplate.login.title",
    message: "Sign in",
    description: "The title of the page /login",
  });
  return (
    <ReaderPage title={title}>
      <LoginForm />
    </ReaderPage>
  );
}
