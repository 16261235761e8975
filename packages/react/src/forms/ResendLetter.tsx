import { useAuth } from "../auth-context.ts";
import { SendAgain } from "./SendAgain.tsx";

interface ResendLetterProps {
  readonly email: string;
  readonly label: string;
  readonly busyLabel: string;
  /** What is said once the server has taken the request; the same for every address. */
  readonly sent: string;
  readonly onSent?: () => void;
}

/** Asks for another letter that confirms an address. */
export function ResendLetter({ email, onSent, ...words }: ResendLetterProps) {
  const { resendVerification } = useAuth();
  return (
    <SendAgain
      {...words}
      send={async () => {
        await resendVerification(email);
        onSent?.();
      }}
    />
  );
}
