import { useAccountWords } from "./account-words.tsx";
import type { Part } from "./parts.ts";

interface PartLinksProps {
  readonly parts: readonly Part[];
  readonly shown: Part;
}

/** The way from part to part: links, because each has an address that can be kept and opened in another tab. */
export function PartLinks({ parts, shown }: PartLinksProps) {
  const { account: words, safety } = useAccountWords();
  const titles = { ...words, data: safety.data };
  return (
    <nav className="bp-part-links" aria-label={words.parts}>
      <ul>
        {parts.map((part) => (
          <li key={part}>
            <a href={`#${part}`} aria-current={part === shown ? "page" : undefined}>
              {titles[part].title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
