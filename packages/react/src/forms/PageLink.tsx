import { type ReactNode, useContext } from "react";
import { useAuth } from "../auth-context.ts";
import { Place } from "./place.ts";

interface PageLinkProps {
  readonly to: "home" | "login" | "register";
  readonly children: ReactNode;
  readonly className?: string;
}

/** A link between the forms. In a dialog it changes the dialog; the page stays where it is. */
export function PageLink({ to, children, className = "bp-link" }: PageLinkProps) {
  const { settings, openLogin, openRegister } = useAuth();
  const inDialog = useContext(Place) === "dialog";
  const address = settings.pages[to];
  return (
    <a
      className={className}
      href={address}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        if (inDialog && to === "login") void openLogin();
        else if (inDialog && to === "register") void openRegister();
        else settings.navigate(address);
      }}
    >
      {children}
    </a>
  );
}
