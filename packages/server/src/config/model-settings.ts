import { isOwnNetworkHost } from "./addresses.ts";
import type { Config } from "./config.ts";
import type { SettingsReader } from "./reader.ts";
import { Secret } from "./secret.ts";

const addressExample = "LLM_BASE_URL=https://api.openai.com/v1";
const nameExample = "LLM_MODEL=gpt-4.1-mini";

/** The models behind one address: one that answers, one that makes embeddings, either, or none. */
export function modelsConfig(reader: SettingsReader): Pick<Config, "model" | "embeddings"> {
  const maxOutputTokens = reader.integer("LLM_MAX_OUTPUT_TOKENS", { min: 100, max: 32_000, fallback: 2_000 });
  const silenceMs = reader.durationMs("LLM_TIMEOUT", "30s", { least: "1s", most: "10m" });
  const apiKey = readKey(reader);
  const name = reader.text("LLM_MODEL");
  const embeddings = reader.text("EMBEDDINGS_MODEL");
  const address = reader.text("LLM_BASE_URL");
  const given = [address, name, embeddings, apiKey].some((part) => part !== undefined);
  if (!given) return { model: undefined, embeddings: undefined };
  if (address === undefined) {
    reader.refuse("LLM_BASE_URL", (say) => say.modelIncomplete, addressExample);
  }
  if (name === undefined && embeddings === undefined) {
    reader.refuse("LLM_MODEL", (say) => say.modelIncomplete, nameExample);
  }
  const provider = { baseUrl: readBaseUrl(reader), apiKey, silenceMs };
  return {
    model: name === undefined ? undefined : { ...provider, name, maxOutputTokens },
    embeddings: embeddings === undefined ? undefined : { ...provider, name: embeddings },
  };
}

/** People copy the address of a route, where that of all routes is meant. */
const routes = ["/chat/completions", "/embeddings"];

function readBaseUrl(reader: SettingsReader): string {
  const setting = "LLM_BASE_URL";
  const value = reader.url(setting, "https://api.openai.com/v1", addressExample);
  const { protocol, hostname } = new URL(value);
  if (protocol !== "https:" && !isOwnNetworkHost(hostname)) {
    const secure = value.replace(/^http:/, "https:");
    reader.refuse(setting, (say) => say.modelNotHttps({ value }), `${setting}=${secure}`);
  }
  const route = routes.find((route) => value.endsWith(route));
  if (route !== undefined) {
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
