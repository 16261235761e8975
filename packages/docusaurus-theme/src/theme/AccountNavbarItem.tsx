import { AccountButton } from "@bookplate/react";
import { usePreferredTheme } from "../client/use-preferred-theme.ts";

/** The account button: in the navbar on a wide screen, in the drawer's list on a phone. */
export default function AccountNavbarItem({ mobile = false }: { readonly mobile?: boolean }) {
  usePreferredTheme();
  return mobile ? (
    <li className="menu__list-item bp-account-item">
      <AccountButton placement="drawer" />
    </li>
  ) : (
    <div className="navbar__item bp-account-item">
      <AccountButton placement="navbar" />
    </div>
  );
}
