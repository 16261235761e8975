/** Fetches the dialogs' code; called when a reader reaches for the button, so that they open without a wait. */
export const loadDialogs = () => import("./AuthDialogs.tsx");
