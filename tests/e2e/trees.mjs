// What each screen adds to the accessibility tree. Every line is recorded once, so that a change of the copy changes one
// snapshot.
import { WALKS } from "./screens.mjs";

/** Masks what differs from run to run, or from build to build. */
const masked = (tree) =>
  tree
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, "http://HERE")
    .replace(/(?<=LA1\.[IST]\.)[0-9A-Z]+/g, "BLOCK")
    .replace(/sha384-[\w+/=]+/g, "sha384-HASH")
    .replace(/(?<=The answers took )\d+ seconds?/g, "SECONDS");

/** The lines of a tree that are not known yet, below the roles of the nodes that contain them. */
function newLines(tree, known) {
  const lines = masked(tree).split("\n");
  const shown = new Map();
  for (const [at, line] of lines.entries()) {
    if (known.has(line.trim())) continue;
    known.add(line.trim());
    shown.set(at, line);
    let depth = line.search(/\S/);
    for (let above = at; depth > 0; above--) {
      const indent = lines[above].search(/\S/);
      if (indent >= depth) continue;
      if (!shown.has(above)) shown.set(above, `${lines[above].match(/^ *- '?(\w+)/)[0].replace("'", "")}:`);
      depth = indent;
    }
  }
  return [...shown].sort(([one], [other]) => one - other).map(([, line]) => `${line}\n`).join("");
}

/** The text of each snapshot, by its file's name. Screens that add nothing have none. */
export function snapshots(trees) {
  const known = new Set();
  const screens = WALKS.flatMap(({ screens }) => screens.map(([screen]) => screen));
  const files = screens.map((screen) => {
    const name = `${screen.replaceAll(" ", "-").replaceAll(",", "")}.yml`;
    return [name, newLines(trees.get(screen) ?? "", known)];
  });
  return Object.fromEntries(files.filter(([, text]) => text));
}
