/** For a book that puts its own `Root` or navbar item types together; everything else comes with the theme. */
export { Accounts } from "./accounts.tsx";
export { useSiteData } from "./use-site-data.ts";
export { withAccounts } from "./with-accounts.ts";
