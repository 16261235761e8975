import { ForgotForm } from "@bookplate/react/forms";
import { translate } from "@docusaurus/Translate";
import { ReaderPage } from "../client/ReaderPage.tsx";

/** The page `/forgot`, for a forgotten password. */
export default function ForgotPage() {
  const title = translate({
    id: "theme.bookplate.forgot.title",
    message: "Forgot your password?",
    description: "The title of the page /forgot",
  });
  return (
    <ReaderPage title={title}>
      <ForgotForm />
    </ReaderPage>
  );
}
