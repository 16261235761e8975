import { OperatorRefusal } from "../operator-refusal.ts";
import type { KeyReport } from "./key-operations.ts";
import type { Output } from "./output.ts";
import { withOperations } from "./with-operations.ts";

export function listKeys(output: Output): Promise<void> {
  return withOperations(output, async (operations) => {
    const found = await operations.listKeys();
    output.answer(
      { keys: found },
      found.map((key) => describeKey(output, key)),
    );
  });
}

export function rotateKeys(output: Output): Promise<void> {
  const { keys } = output.words;
  return withOperations(output, async (operations) => {
    const key = await operations.rotateKeys();
    output.answer({ published: key ?? null }, [
      key ? keys.rotated({ kid: key.kid, moment: key.activatesAt }) : keys.rotatedAlready,
    ]);
  });
}

export function removeKey(output: Output, kid: string, options: { readonly yes: boolean }): Promise<void> {
  if (!options.yes) throw new OperatorRefusal(({ keys }) => keys.removeNeedsYes({ kid }));
  return withOperations(output, async (operations) => {
    const removed = await operations.removeKey(kid);
    if (!removed) throw new OperatorRefusal(({ keys }) => keys.noSuchKey({ kid }));
    output.answer({ removed: kid, ...removed }, [output.words.keys.removed({ kid, ...removed })]);
  });
}

export function listSecrets(output: Output): Promise<void> {
  const { keys } = output.words;
  return withOperations(output, async (operations) => {
    const secrets = await operations.listSecrets();
    output.answer(
      { secrets },
      secrets.flatMap(({ id, state, needs }) => [
        `${output.paint("bold", id)}  ${keys.secretStates[state]}`,
        ...needs.map(({ thing, count }) => `  ${keys.things[thing]({ count })}`),
        ...(needs.length === 0 && state !== "mints" ? [`  ${keys.needsNothing}`] : []),
      ]),
    );
  });
}

export function reencrypt(output: Output): Promise<void> {
  return withOperations(output, async (operations) => {
    const moved = await operations.reencrypt();
    output.answer({ moved }, [output.words.keys.moved(moved)]);
  });
}

export function forgetSecret(output: Output, id: string, options: { readonly yes: boolean }): Promise<void> {
  if (!options.yes) throw new OperatorRefusal(({ keys }) => keys.forgetNeedsYes({ id }));
  const { keys } = output.words;
  return withOperations(output, async (operations) => {
    const lost = await operations.forgetSecret(id);
    const needs = lost.map(({ thing, count }) => `  ${keys.things[thing]({ count })}`).join("\n");
    output.answer({ forgotten: id, lost }, [
      keys.forgotten({ id }),
      ...(lost.length > 0 ? [keys.lost({ needs })] : []),
    ]);
  });
}

function describeKey({ paint, words: { keys } }: Output, { kid, state, activatesAt }: KeyReport): string {
  const colour = state === "signs" ? "green" : state === "next" ? "yellow" : "dim";
  return `${kid}  ${paint(colour, keys.states[state])}  ${keys.from({ moment: activatesAt })}`;
}
