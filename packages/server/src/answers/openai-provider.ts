import type { OpenAICompatibleProviderSettings } from "@ai-sdk/openai-compatible";
import type { ProviderConfig } from "../config/config.ts";
import { ModelFailure } from "./model-failure.ts";

/** Of one answer with everything around it; no honest one comes near. */
const maxBytes = 16 * 1024 * 1024;
/** Of what a provider says about a failure. */
const maxSaidLength = 300;

/**
 * Whoever speaks OpenAI's protocol at an address, through the AI SDK, which is loaded with the first question that
 * needs it.
 *
 * @returns `failed` makes of whatever the SDK throws what can be logged
 */
export function openOpenAiProvider(
  { baseUrl, apiKey }: Pick<ProviderConfig, "baseUrl" | "apiKey">,
  options: Pick<OpenAICompatibleProviderSettings, "includeUsage" | "transformRequestBody"> = {},
) {
  const open = async () => {
    const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
    return createOpenAICompatible({
      name: "provider",
      baseURL: baseUrl,
      ...(apiKey && { apiKey: apiKey.reveal() }),
      ...options,
      fetch: fetchBounded,
    });
  };
  let opened: ReturnType<typeof open> | undefined;
  return {
    load: () => (opened ??= open()),
    failed: (error: unknown) => describeFailure(error, apiKey?.reveal()),
  };
}

/** Follows nobody elsewhere, where the key would go along, and reads no answer without end. */
const fetchBounded: typeof fetch = async (input, init) => {
  const answer = await fetch(input, { ...init, redirect: "error" });
  if (!answer.body) return answer;
  let left = maxBytes;
  const counted = answer.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(bytes, controller) {
        left -= bytes.byteLength;
        if (left < 0) controller.error(new Error("The answer is too large."));
        else controller.enqueue(bytes);
      },
    }),
  );
  return new Response(counted, answer);
};

/** The AI SDK's errors carry the whole request and answer; what goes on from here carries neither. */
function describeFailure(error: unknown, key: string | undefined): ModelFailure {
  const { statusCode, responseHeaders, message, name } = (error ?? {}) as {
    statusCode?: number;
    responseHeaders?: Record<string, string>;
    message?: string;
    name?: string;
  };
  const said = withoutKey(message ?? "", key).slice(0, maxSaidLength);
  if (statusCode === undefined) {
    if (name === "AI_APICallError") return new ModelFailure("unreachable", { passing: true, said });
    const unreadable = name === "AI_JSONParseError" || name === "AI_TypeValidationError";
    return new ModelFailure(unreadable ? "notTheProtocol" : "brokeOff", { said });
  }
  const facts = { status: statusCode, said };
  if (statusCode < 300) return new ModelFailure("brokeOff", facts);
  if (statusCode === 401 || statusCode === 403) return new ModelFailure("keyRefused", facts);
  if (statusCode === 404) return new ModelFailure("modelUnknown", facts);
  if (statusCode === 429) {
    return new ModelFailure("tooManyRequests", {
      ...facts,
      passing: true,
      retryAfterMs: readRetryAfter(responseHeaders),
    });
  }
  if (statusCode >= 500) {
    return new ModelFailure("serverFault", {
      ...facts,
      passing: true,
      retryAfterMs: readRetryAfter(responseHeaders),
    });
  }
  // Some say 400 for a name that they do not know.
  const unknown = /model\b.*\b(not found|not exist|unknown|invalid)|(unknown|invalid|no such) model/i.test(
    said,
  );
  return new ModelFailure(unknown ? "modelUnknown" : "requestRefused", facts);
}

function withoutKey(text: string, key: string | undefined): string {
  return key === undefined ? text : text.replaceAll(key, "[secret]");
}

/** Seconds or a date (RFC 9110, section 10.2.3), in milliseconds from now. */
function readRetryAfter(headers: Record<string, string> = {}): number | undefined {
  const value = headers["retry-after"];
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
