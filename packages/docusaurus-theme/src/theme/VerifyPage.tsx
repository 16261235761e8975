import { VerifyForm } from "@bookplate/react/forms";
import { translate } from "@docusaurus/Translate";
import { ReaderPage } from "../client/ReaderPage.tsx";

/** The page `/verify`, where the link of a letter lands. */
export default function VerifyPage() {
  const title = translate({
    id: "theme.bookplate.verify.title",
    message: "Confirm your address",
    description: "The title of the page /verify",
  });
  return (
    <ReaderPage title={title}>
      <VerifyForm />
    </ReaderPage>
  );
}
