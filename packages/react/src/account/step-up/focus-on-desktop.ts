/** Where a keyboard is at hand the reader goes on typing; on a touch screen none must jump up unasked. */
export function focusOnDesktop(id: string): void {
  if (!matchMedia("(pointer: coarse)").matches) document.getElementById(id)?.focus();
}
