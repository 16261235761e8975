import { createInterface } from "node:readline";
import type { Terminal } from "@bookplate/messages/terminal";
import { OperatorRefusal } from "../operator-refusal.ts";

/**
 * A new password, never from an argument, which every user of the machine could read: typed without being shown, or
 * the first line of standard input.
 *
 * @returns nothing where none was given
 */
export async function readNewPassword({ admin }: Terminal): Promise<string | undefined> {
  const password = process.stdin.isTTY ? await askTwice(admin) : await readLine();
  return password === "" ? undefined : password;
}

async function askTwice(admin: Terminal["admin"]): Promise<string> {
  const { password } = await import("@clack/prompts");
  const ask = async (message: string) => {
    // What it draws is no part of the answer.
    const typed = await password({ message, output: process.stderr });
    if (typeof typed !== "string") throw new OperatorRefusal((words) => words.admin.cancelled);
    return typed;
  };
  const first = await ask(admin.password);
  if (first !== "" && (await ask(admin.passwordAgain)) !== first)
    throw new OperatorRefusal((words) => words.admin.passwordsDiffer);
  return first;
}

async function readLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  try {
    for await (const line of lines) return line;
    return "";
  } finally {
    lines.close();
    process.stdin.destroy();
  }
}
