import { EmailUndoForm } from "@bookplate/react/forms";
import { translate } from "@docusaurus/Translate";
import { ReaderPage } from "../client/ReaderPage.tsx";

/** The page `/email-undo`, where the letter to the old address leads. */
export default function EmailUndoPage() {
  const title = translate({
    id: "theme.bookplate.emailUndo.title",
    message: "Undo the change of address",
    description: "The title of the page /email-undo",
  });
  return (
    <ReaderPage title={title}>
      <EmailUndoForm />
    </ReaderPage>
  );
}
