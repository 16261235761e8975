import { linkTo, waitForLetter } from "./mailbox.ts";
import type { Person } from "./reader.ts";

/** Opens an account for a journey that begins with one: registered and confirmed as any client would, without a screen. */
export async function openAccount(bookUrl: string, { name, email, password }: Person): Promise<void> {
  const post = async (path: string, body: object) => {
    const answer = await fetch(`${bookUrl}/api/v1${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...body, delivery: "body" }),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    const received: { registrationProof?: string } = await answer.json();
    return received;
  };
  const { registrationProof } = await post("/auth/register", { name, email, password });
  const letter = await waitForLetter(bookUrl, email);
  const token = new URLSearchParams(new URL(linkTo("/verify", letter)).hash.slice(1)).get("token");
  await post("/auth/verify-email", { token, registrationProof });
}
