import { createContext, useContext } from "react";

/**
 * Where a form stands: on a page of its own, or in a dialog over any page. Both may be in one document, so the ids
 * differ, each staying the same for password managers.
 */
export const Place = createContext<"page" | "dialog">("page");

/** Makes the ids of a form and its fields. */
export function useIds(form: string): (part?: string) => string {
  const root = useContext(Place) === "dialog" ? `bp-${form}-dialog` : `bp-${form}`;
  return (part) => (part === undefined ? root : `${root}-${part}`);
}
