import { isFollowable } from "./answer-markup.ts";
import type { Source } from "./chat-client.ts";
import { usePanel } from "./panel-context.ts";

export interface SourcesProps {
  readonly sources: readonly Source[];
  readonly onClick: (event: MouseEvent) => void;
}

/** Where an answer comes from: links with the headings' own words. */
export function Sources({ sources, onClick }: SourcesProps) {
  const { words } = usePanel();
  const places = sources.filter(
    ({ url }, index) => isFollowable(url) && sources.findIndex((other) => other.url === url) === index,
  );
  if (places.length === 0) return null;
  return (
    <nav className="bp-chat-sources" aria-label={words.sources}>
      <p className="bp-chat-sources-label" aria-hidden="true">
        {words.sources}
      </p>
      <ol>
        {places.map(({ url, title }) => (
          <li key={url}>
            <a href={url} dir="auto" onClick={(event) => onClick(event.nativeEvent)}>
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
