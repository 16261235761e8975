import { type ReactNode, useContext } from "react";
import { DIALOG_TITLE } from "../dialog/title.ts";
import { Place } from "./place.ts";

/** The title of a screen: the page's, or the dialog's name. Focus may be set on it, Tab passes it by. */
export function Heading({ children }: { readonly children: ReactNode }) {
  const inDialog = useContext(Place) === "dialog";
  const attributes = { className: "bp-heading", tabIndex: -1, "data-heading": "" };
  return inDialog ? (
    <h2 id={DIALOG_TITLE} {...attributes}>
      {children}
    </h2>
  ) : (
    <h1 {...attributes}>{children}</h1>
  );
}
