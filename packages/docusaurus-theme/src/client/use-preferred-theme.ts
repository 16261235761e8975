import { useAuth } from "@bookplate/react";
import { useColorMode } from "@docusaurus/theme-common";
import { useEffect, useState } from "react";

/**
 * Shows the book in the theme that the account has chosen, once, as its reader signs in. Afterwards the switch in the
 * navbar has the last word on this device.
 */
export function usePreferredTheme(): void {
  const { status, account } = useAuth();
  const { setColorMode } = useColorMode();
  const [lastStatus, setLastStatus] = useState(status);
  const theme = account?.preferences.theme;
  useEffect(() => {
    if (status === lastStatus) return;
    setLastStatus(status);
    // Restoring a session is no sign-in: the device has been shown the choice before.
    if (lastStatus === "guest" && (theme === "light" || theme === "dark")) setColorMode(theme);
  }, [status, lastStatus, theme, setColorMode]);
}
