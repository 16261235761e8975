import { useEffect, useLayoutEffect, useRef } from "react";
import { answerMarkup } from "./answer-markup.ts";
import { sanitiseAnswer } from "./sanitise-answer.ts";

export interface AnswerProps {
  readonly markdown: string;
  /** Receives every click in the answer, those made by Enter on a link too. */
  readonly onClick: (event: MouseEvent) => void;
}

/** An answer's Markdown, rendered and sanitised. Paragraphs that have not changed keep focus and selection. */
export function Answer({ markdown, onClick }: AnswerProps) {
  const text = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (text.current !== null) renewFromFirstChange(text.current, sanitiseAnswer(answerMarkup(markdown)));
  }, [markdown]);

  useEffect(() => {
    const element = text.current;
    element?.addEventListener("click", onClick);
    return () => element?.removeEventListener("click", onClick);
  }, [onClick]);

  return <div className="bp-chat-answer" dir="auto" ref={text} />;
}

function renewFromFirstChange(shown: Element, next: DocumentFragment): void {
  const renewed = [...next.childNodes];
  const first = renewed.findIndex((node, index) => !node.isEqualNode(shown.childNodes[index] ?? null));
  const kept = first === -1 ? renewed.length : first;
  while (shown.childNodes.length > kept) shown.lastChild?.remove();
  shown.append(...renewed.slice(kept));
}
