import { EmailChangeForm } from "@bookplate/react/forms";
import { translate } from "@docusaurus/Translate";
import { ReaderPage } from "../client/ReaderPage.tsx";

/** The page `/email-change`, where the letter to a new address leads. */
export default function EmailChangePage() {
  const title = translate({
    id: "theme.bookplate.emailChange.title",
    message: "Confirm your new address",
    description: "The title of the page /email-change",
  });
  return (
    <ReaderPage title={title}>
      <EmailChangeForm />
    </ReaderPage>
  );
}
