import { ProviderAnswerError, ProviderUnreachableError } from "./errors.ts";

const defaultTimeoutMs = 8_000;
/** Documents of keys and tokens have some kilobytes. */
const maxBytes = 256 * 1024;

export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Asks a provider. It is another party's machine: it may be slow, answer without end, send us elsewhere or send
 * something else than what was asked for.
 *
 * @throws {ProviderUnreachableError} no answer, a failure of the provider, or a redirect
 * @throws {ProviderAnswerError} an answer that is no JSON object, or too large
 */
export async function fetchJson(
  url: string | URL,
  init: RequestInit = {},
  options: { timeoutMs?: number } = {},
): Promise<JsonObject> {
  const signal = AbortSignal.timeout(options.timeoutMs ?? defaultTimeoutMs);
  const response = await fetch(url, { ...init, redirect: "error", signal }).catch((cause: unknown) => {
    throw new ProviderUnreachableError({ cause });
  });
  if (response.status >= 500 || response.status === 429) throw new ProviderUnreachableError();
  const text = await readText(response);
  if (!response.ok) throw new ProviderAnswerError(`The provider answered ${response.status}.`);
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch (cause) {
    throw new ProviderAnswerError("The provider's answer is not JSON.", { cause });
  }
  throw new ProviderAnswerError("The provider's answer is not a JSON object.");
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > maxBytes) throw new ProviderAnswerError("The provider's answer is too large.");
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof ProviderAnswerError) throw cause;
    throw new ProviderUnreachableError({ cause });
  }
  return Buffer.concat(chunks).toString("utf8");
}
