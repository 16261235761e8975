import { OperatorRefusal } from "../operator-refusal.ts";
import type { Held } from "./holding.ts";

/** A secret was dropped from the list, and something still needs it. */
export class SecretNeededError extends OperatorRefusal {
  constructor(id: string, needs: readonly Held[], currentId: string) {
    super(({ keys }) =>
      keys.secretNeeded({
        id,
        currentId,
        needs: needs.map(({ thing, count }) => `  ${keys.things[thing]({ count })}`).join("\n"),
      }),
    );
  }
}

/** There is another secret under an id that was used before. */
export class SecretExchangedError extends OperatorRefusal {
  constructor(id: string) {
    super(({ keys }) => keys.secretExchanged({ id }));
  }
}

/** A secret that is in use cannot be given up. */
export class SecretInUseError extends OperatorRefusal {
  constructor(id: string) {
    super(({ keys }) => keys.secretInUse({ id }));
  }
}

export class UnknownSecretError extends OperatorRefusal {
  constructor(id: string) {
    super(({ keys }) => keys.unknownSecret({ id }));
  }
}
