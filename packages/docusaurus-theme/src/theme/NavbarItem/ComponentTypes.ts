import { withAccounts } from "@bookplate/docusaurus-theme/client";
import ComponentTypes from "@theme-init/NavbarItem/ComponentTypes";

export default withAccounts(ComponentTypes);
