import type { Terminal } from "@bookplate/messages/terminal";
import { ModelFailure, toModelFailure } from "../../answers/model-failure.ts";
import { createOpenAiEmbeddings } from "../../answers/openai-embeddings.ts";
import { createOpenAiModel } from "../../answers/openai-model.ts";
import { defaultBounds, newAttempt, readText } from "../../answers/read-text.ts";
import type { ModelConfig, ProviderConfig } from "../../config/config.ts";
import { type Finding, fail, ok } from "./check.ts";

/** Of a whole answer; a small model on one's own machine may have to be loaded first. */
const answerTimeoutMs = 60_000;

/** Whether the language model answers; asked with a question of ours, so that its own words can be shown. */
export async function checkAnswers(config: ModelConfig | undefined, { doctor }: Terminal): Promise<Finding> {
  if (!config) return ok("answers", doctor.extracts);
  const names = { host: new URL(config.baseUrl).host, model: config.name };
  const failure = await findFailure(config);
  if (!failure) return ok("answers", doctor.modelFine(names));
  return fail(
    "answers",
    doctor.modelFails({ ...names, reason: explain(failure, doctor.modelFailures) }),
    doctor.modelFailsWhy,
    settingToMend(failure, config, "LLM_MODEL"),
  );
}

/** The same for the model that makes embeddings, where one is named. */
export async function checkEmbeddings(
  config: ProviderConfig | undefined,
  { doctor }: Terminal,
): Promise<Finding[]> {
  if (!config) return [];
  const names = { host: new URL(config.baseUrl).host, model: config.name };
  try {
    const signal = AbortSignal.timeout(answerTimeoutMs);
    const [embedding = []] = await createOpenAiEmbeddings(config).embed(["A lighthouse."], signal);
    return [ok("answers", doctor.embeddingsFine({ ...names, count: embedding.length }))];
  } catch (error) {
    const failure = toModelFailure(error);
    return [
      fail(
        "answers",
        doctor.modelFails({ ...names, reason: explain(failure, doctor.modelFailures) }),
        doctor.embeddingsFailWhy,
        settingToMend(failure, config, "EMBEDDINGS_MODEL"),
      ),
    ];
  }
}

async function findFailure(config: ModelConfig): Promise<ModelFailure | undefined> {
  const bounds = { ...defaultBounds, ...config, wholeMs: answerTimeoutMs };
  const prompt = [{ role: "user" as const, content: [{ type: "text" as const, text: "Say yes." }] }];
  try {
    for await (const text of readText(createOpenAiModel(config), { prompt }, bounds, newAttempt())) {
      if (text.trim() !== "") return undefined;
    }
    return new ModelFailure("empty");
  } catch (error) {
    return toModelFailure(error);
  }
}

function explain({ kind, facts }: ModelFailure, failures: Terminal["doctor"]["modelFailures"]): string {
  const sentence = kind === "saidItsRules" ? failures.notTheProtocol : failures[kind];
  const said = facts.said ? ` (${facts.said})` : "";
  const text = typeof sentence === "string" ? sentence : sentence({ status: facts.status ?? 0 });
  return `${text}${said}`;
}

function settingToMend(
  { kind }: ModelFailure,
  { baseUrl, name }: ProviderConfig,
  nameSetting: "LLM_MODEL" | "EMBEDDINGS_MODEL",
): string {
  if (kind === "keyRefused") return "LLM_API_KEY=sk-…";
  if (kind === "modelUnknown" || kind === "requestRefused" || kind === "empty")
    return `${nameSetting}=${name}`;
  if (kind === "silent") return "LLM_TIMEOUT=2m";
  return `LLM_BASE_URL=${baseUrl}`;
}
