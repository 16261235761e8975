/** Whether nothing was typed, so that closing loses nothing. */
export function isUntouched(container: HTMLElement | null): boolean {
  return fieldsOf(container).every(({ value, defaultValue }) => value === defaultValue);
}

/** Focus goes to the first empty field, on a touch screen to the heading: a keyboard must not jump up unasked. */
export function focusFirst(container: HTMLElement | null): void {
  const touch = matchMedia("(pointer: coarse)").matches;
  const empty = touch ? undefined : fieldsOf(container).find(({ value }) => value === "");
  const target = empty ?? container?.querySelector<HTMLElement>("[data-heading]");
  target?.focus({ preventScroll: true });
}

function fieldsOf(container: HTMLElement | null): HTMLInputElement[] {
  const inputs = container?.querySelectorAll("input") ?? [];
  return [...inputs].filter(({ type, readOnly }) => type !== "checkbox" && !readOnly);
}
