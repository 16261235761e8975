import { RegisterForm } from "@bookplate/react/forms";
import { translate } from "@docusaurus/Translate";
import { ReaderPage } from "../client/ReaderPage.tsx";

/** The page `/register`, the twin of the registration dialog. */
export default function RegisterPage() {
  const title = translate({
    id: "theme.bookplate.register.title",
    message: "Create an account",
    description: "The title of the page /register",
  });
  return (
    <ReaderPage title={title}>
      <RegisterForm />
    </ReaderPage>
  );
}
