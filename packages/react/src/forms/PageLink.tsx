import { type ReactNode, useContext } from "react";
import { useAuth } from "../auth-context.ts";
import { BookLink } from "../BookLink.tsx";
import { Place } from "./place.ts";

interface PageLinkProps {
  readonly to: "home" | "login" | "register" | "forgot" | "account";
  readonly children: ReactNode;
  readonly className?: string;
}

/** A link between the forms. In a dialog it changes the dialog; the page stays where it is. */
export function PageLink({ to, children, className }: PageLinkProps) {
  const { settings, openLogin, openRegister, close } = useAuth();
  const inDialog = useContext(Place) === "dialog";
  // A page that the book does not have is no reason to lead nowhere.
  const href = settings.pages[to] ?? settings.pages.home;
  const follow = () => {
    if (inDialog && to === "login") void openLogin();
    else if (inDialog && to === "register") void openRegister();
    else {
      if (inDialog) close("navigation");
      settings.navigate(href);
    }
  };
  return (
    <BookLink href={href} className={className} onFollow={follow}>
      {children}
    </BookLink>
  );
}
