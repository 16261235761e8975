import { isLoopbackHost } from "./addresses.ts";
import type { ModelConfig } from "./config.ts";
import type { SettingsReader } from "./reader.ts";
import { Secret } from "./secret.ts";

const addressExample = "LLM_BASE_URL=https://api.openai.com/v1";
const nameExample = "LLM_MODEL=gpt-4.1-mini";

/** The language model that answers; `undefined` where nobody named one, and the embedded one answers. */
export function modelConfig(reader: SettingsReader): ModelConfig | undefined {
  const maxOutputTokens = reader.integer("LLM_MAX_OUTPUT_TOKENS", { min: 100, max: 32_000, fallback: 2_000 });
  const silenceMs = reader.durationMs("LLM_TIMEOUT", "30s", { least: "1s", most: "10m" });
  const apiKey = readKey(reader);
  const name = reader.text("LLM_MODEL");
  const address = reader.text("LLM_BASE_URL");
  if (address === undefined && name === undefined && apiKey === undefined) return undefined;
  if (address === undefined) {
    reader.refuse("LLM_BASE_URL", (say) => say.modelIncomplete, addressExample);
  }
  if (name === undefined) reader.refuse("LLM_MODEL", (say) => say.modelIncomplete, nameExample);
  const baseUrl = readBaseUrl(reader);
  return name === undefined ? undefined : { baseUrl, name, apiKey, maxOutputTokens, silenceMs };
}

const route = "/chat/completions";

function readBaseUrl(reader: SettingsReader): string {
  const setting = "LLM_BASE_URL";
  const value = reader.url(setting, "https://api.openai.com/v1", addressExample);
  const { protocol, hostname } = new URL(value);
  if (protocol !== "https:" && !isLoopbackHost(hostname)) {
    const secure = value.replace(/^http:/, "https:");
    reader.refuse(setting, (say) => say.modelNotHttps({ value }), `${setting}=${secure}`);
  }
  if (value.endsWith(route)) {
    const base = value.slice(0, -route.length);
    reader.refuse(setting, (say) => say.modelRoute({ value }), `${setting}=${base}`);
  }
  return value;
}

/** It travels in a header (RFC 6750, section 2.1); providers use more characters than that grammar has. */
function readKey(reader: SettingsReader): Secret | undefined {
  const value = reader.text("LLM_API_KEY");
  if (value === undefined) return undefined;
  // The value is not repeated: it may be nearly right.
  if (!/^[\x21-\x7e]+$/.test(value))
    reader.refuse("LLM_API_KEY", (say) => say.noModelKey, "LLM_API_KEY=sk-…");
  return new Secret(value);
}
