/**
 * The rules of a stylesheet that mention a name: what one part brings into a file that many parts share. Rules inside
 * `@media` and its like are looked at one by one.
 */
export function rulesWith(name: string, css: string): string {
  return topLevelRules(css)
    .map(({ head, body }) => {
      const groups = /^@(media|supports|layer|container)\b/.test(head);
      if (!groups) return `${head}{${body}}`.includes(name) ? `${head}{${body}}` : "";
      const inside = rulesWith(name, body);
      return inside === "" ? "" : `${head}{${inside}}`;
    })
    .join("");
}

function topLevelRules(css: string): { head: string; body: string }[] {
  const rules: { head: string; body: string }[] = [];
  let depth = 0;
  let headStart = 0;
  let bodyStart = 0;
  for (const { 0: mark, index } of css.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{};]/g)) {
    if (mark === "{") {
      if (depth === 0) bodyStart = index + 1;
      depth += 1;
    } else if (mark === "}") {
      depth -= 1;
      if (depth > 0) continue;
      rules.push({ head: css.slice(headStart, bodyStart - 1).trim(), body: css.slice(bodyStart, index) });
      headStart = index + 1;
    } else if (mark === ";" && depth === 0) {
      headStart = index + 1;
    }
  }
  return rules;
}
