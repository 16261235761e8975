import { useState } from "react";
import { useAccountWords } from "../account-words.tsx";

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
}

/** Copies a text and says so. Where the browser does not allow it, the text stands beside it to be selected. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const { codes: words } = useAccountWords().safety;
  const [copied, setCopied] = useState(false);
  return (
    <>
      <button
        type="button"
        className="bp-link"
        onClick={() => {
          navigator.clipboard.writeText(text).then(
            () => setCopied(true),
            () => setCopied(false),
          );
        }}
      >
        {label}
      </button>
      <span role="status" className="bp-outcome">
        {copied && words.copied}
      </span>
    </>
  );
}
