// The facts of the shipped questionnaire for docs/measurement.md, from its structure.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Two-sided 90 % point of the normal distribution. */
const Z90 = 1.645;

const fixed = (value) => value.toFixed(1);

/** An error, stated for a number of items, for another. */
const forItems = ({ value, items }, count) => value * Math.sqrt(items / count);

export function questionnaire(root) {
  const { version, scales, facets, items, forms, facet_sem: facetSem, spread, bands } = JSON.parse(
    readFileSync(join(root, "content/questionnaire.json"), "utf8"),
  );
  const reversed = items.filter(({ keying }) => keying === "reverse").length;
  const [{ sem, retest }] = scales;
  const origins = [...scales.flatMap(({ sem, retest }) => [sem, retest]), facetSem, spread];
  const estimated = origins.filter(({ origin }) => origin !== "assumed").length;
  const form = (name, each) => {
    const perScale = forms[name].length / scales.length;
    return each(perScale, forms[name].length / facets.length);
  };
  const both = (each) => [form("full", each), form("short", each)];
  const rows = [
    ["statements", forms.full.length, forms.short.length],
    ["statements in a direction", ...both((perScale) => perScale)],
    ["statements of a facet", ...both((_, perFacet) => perFacet)],
    ["standard error of a direction, one sitting", ...both((count) => fixed(forItems(sem, count)))],
    ["range of nine in ten, to either side", ...both((count) => fixed(Z90 * forItems(sem, count)))],
    [
      "standard error of a direction, weeks apart",
      ...both((count) => fixed(forItems(retest, count))),
    ],
    [
      "change that has to be exceeded",
      ...both((count) => fixed(Z90 * Math.SQRT2 * forItems(retest, count))),
    ],
    ["standard error of a facet", ...both((_, count) => fixed(forItems(facetSem, count)))],
  ];
  const table = rows.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
  return `
Version ${version}: ${scales.length} directions × ${facets.length} facets, ${items.length} statements, ${reversed} of them scored in reverse; bands from ${bands.join(" and ")}; spread of
one person's directions ${fixed(spread.value)}. Errors that are estimated from people: ${estimated} of ${origins.length}; the others are assumed.

| in score points, 0 to 100, everything answered | full form | short form |
|---|---|---|
${table}
`;
}
