import { type ReactNode, useContext } from "react";
import { useAuth } from "../auth-context.ts";
import { BookLink } from "../BookLink.tsx";
import { Place } from "./place.ts";

interface PageLinkProps {
  readonly to: "home" | "login" | "register";
  readonly children: ReactNode;
  readonly className?: string;
}

/** A link between the forms. In a dialog it changes the dialog; the page stays where it is. */
export function PageLink({ to, children, className }: PageLinkProps) {
  const { settings, openLogin, openRegister } = useAuth();
  const inDialog = useContext(Place) === "dialog";
  const href = settings.pages[to];
  const follow = () => {
    if (inDialog && to === "login") void openLogin();
    else if (inDialog && to === "register") void openRegister();
    else settings.navigate(href);
  };
  return (
    <BookLink href={href} className={className} onFollow={follow}>
      {children}
    </BookLink>
  );
}
