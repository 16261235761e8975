import { AccountPage as Account } from "@bookplate/react/account";
import { openConversation } from "@bookplate/react/chat";
import { useLocation } from "@docusaurus/router";
import { translate } from "@docusaurus/Translate";
import { useColorMode } from "@docusaurus/theme-common";
import { ReaderPage } from "../client/ReaderPage.tsx";
import { useSiteData } from "../client/use-site-data.ts";
import { useTranslations } from "../client/use-translations.ts";

/** The page `/account`; its parts are fragments, such as `/account#devices`. */
export default function AccountPage() {
  const title = translate({
    id: "theme.bookplate.account.title",
    message: "Your account",
    description: "The title of the page /account",
  });
  return (
    <ReaderPage title={title} width="wide">
      <InLayout />
    </ReaderPage>
  );
}

/** The colour mode is known inside the layout only. */
function InLayout() {
  const { chat } = useSiteData();
  const { hash } = useLocation();
  const { setColorMode } = useColorMode();
  const translations = useTranslations("/account");
  return (
    <Account
      fragment={hash}
      translations={translations}
      applyTheme={(theme) => setColorMode(theme === "system" ? null : theme)}
      {...(chat && { openConversation })}
    />
  );
}
