import { expect, test } from "vitest";
import { maskAddress, maskAddressesIn } from "./mask.ts";

test("a masked address keeps its first letters and its last domain, and not its length", () => {
  expect(maskAddress("alice@example.org")).toBe("a•••@e•••.org");
  expect(maskAddress("a@mail.example.org")).toBe("a•••@m•••.org");
  expect(maskAddress("𝒶lice@xn--bcher-kva.example")).toBe("𝒶•••@x•••.example");
});

test("an address in the place of a name is masked, and a name is left alone", () => {
  expect(maskAddressesIn("alice@example.org")).toBe("a•••@e•••.org");
  expect(maskAddressesIn("Alice <alice@example.org>")).toBe("Alice <a•••@e•••.org>");
  expect(maskAddressesIn("Alice @ the lighthouse")).toBe("Alice @ the lighthouse");
});
