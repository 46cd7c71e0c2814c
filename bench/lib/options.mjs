// What was asked for on the command line, and what is measured how often for it.

const SLOW_TO_COMPLETE = ["tripetto"];
const COMPARED = ["vanilla", "preact", "react", "surveyjs"];
const OURS = ["audit", "audit-src", "audit-tap"];
const MORE = ["jspsych", "surveyjs3"];

export function read(words) {
  const flag = (name) => words.includes(name);
  const value = (name, otherwise) => {
    const place = words.indexOf(name);
    return place < 0 ? otherwise : words[place + 1];
  };
  const quick = flag("--quick");
  const all = flag("--all");
  const compared = [...COMPARED, ...(quick && !all ? [] : SLOW_TO_COMPLETE), ...(all ? MORE : [])];
  const only = value("--only")?.split(",");
  return {
    quick,
    check: flag("--check"),
    names: only ?? ["floor", ...compared, ...OURS],
    loads: Number(value("--loads", quick ? 3 : 9)),
    walks: Number(value("--walks", quick ? 1 : 3)),
    scaled: Number(value("--scaled", quick ? 1 : 3)),
    /** How many items, besides 36. */
    sizes: quick ? [3600] : [360, 3600],
    priority: value("--priority"),
    out: value("--out", "results/latest.json"),
  };
}
