import { writeFileSync } from "node:fs";

/** A value as MaxMind's format knows it. */
type Value = string | number | { readonly [key: string]: Value } | readonly Value[];

const types = { string: 2, uint32: 6, map: 7, array: 11 } as const;
const recordBytes = 3;
const separator = Buffer.alloc(16);

/**
 * Writes a database of places that knows the given IPv4 networks: a binary tree over the bits of an
 * address, and behind it what is known of its leaves.
 *
 * @see https://maxmind.github.io/MaxMind-DB/ (version 2.0)
 */
export function writePlaceDatabase(file: string, networks: Readonly<Record<string, Value>>): void {
  // A record is a node of the tree, a place in the data, or nothing.
  type Node = [Link, Link];
  type Link = { node: number } | { data: number } | undefined;
  const nodes: Node[] = [[undefined, undefined]];
  let data = Buffer.alloc(0);

  for (const [network, value] of Object.entries(networks)) {
    const [address = "", prefix = "32"] = network.split("/");
    const bits = address
      .split(".")
      .map((octet) => Number(octet).toString(2).padStart(8, "0"))
      .join("")
      .slice(0, Number(prefix));
    let node = nodes[0];
    for (const [depth, bit] of [...bits].entries()) {
      if (!node) break;
      const side = bit === "1" ? 1 : 0;
      if (depth === bits.length - 1) {
        node[side] = { data: data.length };
        break;
      }
      const next: Link = node[side];
      const index: number = next && "node" in next ? next.node : nodes.push([undefined, undefined]) - 1;
      node[side] = { node: index };
      node = nodes[index];
    }
    data = Buffer.concat([data, encode(value)]);
  }

  const record = (link: Link): number => {
    if (link === undefined) return nodes.length;
    return "node" in link ? link.node : nodes.length + separator.length + link.data;
  };
  const tree = Buffer.alloc(nodes.length * 2 * recordBytes);
  for (const [index, [left, right]] of nodes.entries()) {
    tree.writeUIntBE(record(left), index * 2 * recordBytes, recordBytes);
    tree.writeUIntBE(record(right), (index * 2 + 1) * recordBytes, recordBytes);
  }
  const metadata = encode({
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1,
    database_type: "Test-City",
    description: { en: "Places of the tests" },
    ip_version: 4,
    languages: ["en", "de"],
    node_count: nodes.length,
    record_size: recordBytes * 8,
  });
  const marker = Buffer.concat([Buffer.from([0xab, 0xcd, 0xef]), Buffer.from("MaxMind.com")]);
  writeFileSync(file, Buffer.concat([tree, separator, data, marker, metadata]));
}

function encode(value: Value): Buffer {
  if (typeof value === "string") {
    const text = Buffer.from(value);
    return Buffer.concat([control(types.string, text.length), text]);
  }
  if (typeof value === "number") {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(value);
    return Buffer.concat([control(types.uint32, 4), number]);
  }
  if (isList(value)) return Buffer.concat([control(types.array, value.length), ...value.map(encode)]);
  const entries = Object.entries(value);
  return Buffer.concat([
    control(types.map, entries.length),
    ...entries.flatMap(([key, inner]) => [encode(key), encode(inner)]),
  ]);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** The byte or two that name a type and a size; sizes up to 28 are enough here. */
function control(type: number, size: number): Buffer {
  if (size > 28) throw new RangeError("A test's place needs shorter names.");
  return type < 8 ? Buffer.from([(type << 5) | size]) : Buffer.from([size, type - 7]);
}
