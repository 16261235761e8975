import { MagicLinkForm } from "@bookplate/react/forms";
import { translate } from "@docusaurus/Translate";
import { ReaderPage } from "../client/ReaderPage.tsx";

/** The page `/magic-link`, where a letter that signs in leads. */
export default function MagicLinkPage() {
  const title = translate({
    id: "theme.bookplate.magicLink.title",
    message: "Sign in",
    description: "The title of the page /magic-link",
  });
  return (
    <ReaderPage title={title}>
      <MagicLinkForm />
    </ReaderPage>
  );
}
