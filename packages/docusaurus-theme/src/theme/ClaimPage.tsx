import { ClaimServer } from "@bookplate/react/administration";
import { translate } from "@docusaurus/Translate";
import { ReaderPage } from "../client/ReaderPage.tsx";

/** The page `/console/claim`, where the terminal's link leads, and `/console`, which says how to get one. */
export default function ClaimPage() {
  const title = translate({
    id: "theme.bookplate.claim.title",
    message: "Administer this server",
    description: "The title of the page /console/claim",
  });
  return (
    <ReaderPage title={title}>
      <ClaimServer />
    </ReaderPage>
  );
}
