/** The `type` of the navbar item that shows the reader's account. */
export const ACCOUNT_ITEM = "custom-account";

/**
 * The theme configuration with the account item in its navbar: at the end of the line unless the site has placed it.
 */
export function withAccountItem(themeConfig: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const navbar = isRecord(themeConfig.navbar) ? themeConfig.navbar : {};
  const items = Array.isArray(navbar.items) ? navbar.items : [];
  if (items.some((item) => isRecord(item) && item.type === ACCOUNT_ITEM)) return { ...themeConfig };
  return {
    ...themeConfig,
    navbar: { ...navbar, items: [...items, { type: ACCOUNT_ITEM, position: "right" }] },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
