import type { Pages } from "@bookplate/react";
import { useBaseUrlUtils } from "@docusaurus/useBaseUrl";
import { useMemo } from "react";

/** The pages of the forms, under the book's base URL and in the language that is being read. */
export function usePages(): Pages {
  const { withBaseUrl } = useBaseUrlUtils();
  return useMemo(
    () => ({
      home: withBaseUrl("/"),
      login: withBaseUrl("/login"),
      register: withBaseUrl("/register"),
      verify: withBaseUrl("/verify"),
      forgot: withBaseUrl("/forgot"),
      account: withBaseUrl("/account"),
    }),
    [withBaseUrl],
  );
}
