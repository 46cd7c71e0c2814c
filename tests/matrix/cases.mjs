// Every case, in the order of the table in docs/reliability.md.
import { CASES as around } from "./cases/around.mjs";
import { CASES as loading } from "./cases/loading.mjs";
import { CASES as pages } from "./cases/pages.mjs";
import { CASES as policies } from "./cases/policies.mjs";
import { CASES as refusals } from "./cases/refusals.mjs";
import { CASES as storage } from "./cases/storage.mjs";
import { CASES as vectors } from "./cases/vectors.mjs";

const GROUPS = { storage, refusals, loading, pages, policies, around, vectors };

/** The cases of the groups with these names, or else of all, those of one fault together. */
export function casesOf(names = []) {
  const chosen = names.length ? names : Object.keys(GROUPS);
  const all = chosen.flatMap((name) => GROUPS[name]);
  const rows = [...new Set(all.map(({ row }) => row))];
  return rows.flatMap((row) => all.filter((one) => one.row === row));
}
