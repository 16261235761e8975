import { usePluginData } from "@docusaurus/useGlobalData";
import type { SiteData } from "../site-data.ts";

/** What the build left for the browser about this book and its server. */
export function useSiteData(): SiteData {
  return usePluginData("bookplate-theme") as SiteData;
}
