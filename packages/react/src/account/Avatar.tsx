import type { Account } from "@bookplate/client";
import type { CSSProperties } from "react";

/** Initials on a hue of the reader's own: private, and no picture is fetched from anywhere. */
export function Avatar({ account }: { readonly account: Account }) {
  const style = { "--bp-hue": hueOf(account.id) } as CSSProperties;
  return (
    <span className="bp-avatar" style={style} aria-hidden="true">
      {initialsOf(account.name ?? account.email ?? "")}
    </span>
  );
}

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => [...(word ?? "")][0] ?? "");
  return letters.join("").toLocaleUpperCase();
}

/** Degrees on the colour wheel, the same for the same id. */
export function hueOf(id: string): number {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 360;
  return hash;
}
