import type { ReactNode } from "react";
import { useAuth } from "./auth-context.ts";

interface BookLinkProps {
  readonly href: string;
  readonly className?: string | undefined;
  /** In the place of going there. */
  readonly onFollow?: () => void;
  readonly children: ReactNode;
}

/** A link to a page of the book, followed without loading it anew. A modified click is the browser's. */
export function BookLink({ href, className = "bp-link", onFollow, children }: BookLinkProps) {
  const { settings } = useAuth();
  return (
    <a
      className={className}
      href={href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        if (onFollow === undefined) settings.navigate(href);
        else onFollow();
      }}
    >
      {children}
    </a>
  );
}
