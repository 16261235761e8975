/** The id of the heading inside a dialog, which names it. */
export const DIALOG_TITLE = "bp-dialog-title";
