import { ResetForm } from "@bookplate/react/forms";
import { translate } from "@docusaurus/Translate";
import { ReaderPage } from "../client/ReaderPage.tsx";

/** The page `/reset`, where the link of a letter lands. */
export default function ResetPage() {
  const title = translate({
    id: "theme.bookplate.reset.title",
    message: "Choose a new password",
    description: "The title of the page /reset",
  });
  return (
    <ReaderPage title={title}>
      <ResetForm />
    </ReaderPage>
  );
}
