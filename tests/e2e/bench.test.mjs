// What the bench reckons with; its measuring is checked by each run itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import { faultOf } from "../../bench/lib/candidates.mjs";
import { answerFor, expectedMeans, instrument } from "../../bench/lib/items.mjs";
import { Samples } from "../../bench/lib/samples.mjs";
import { median, quantile } from "../../bench/lib/stats.mjs";

test("quantiles lie between the values and pass over what was not measured", () => {
  assert.equal(median([3, null, 1, 2]), 2);
  assert.equal(quantile([10, 20], 0.95), 19.5);
  assert.equal(median([undefined]), null);
});

test("the expected means are those of the answers, reverse items turned round", () => {
  const scales = [{ id: "a" }];
  const items = ["forward", "reverse"].map((keying, k) => ({ id: `i${k}`, scale: "a", keying }));
  const [mean] = expectedMeans({ scales, items, forms: { full: ["i0", "i1"] } });
  assert.equal(mean, (answerFor(0) + 6 - answerFor(1)) / 2);
});

test("a run with a wrong mean, a missing answer or no results is void", () => {
  const one = { name: "one", means: (size) => expectedMeans(instrument(size)) };
  const right = { results: true, means: one.means(36), stored: 36 };
  assert.equal(faultOf(one, 36, right), undefined);
  const [first, ...others] = right.means;
  for (const wrong of [
    { means: [first + 0.01, ...others] },
    { means: [] },
    { stored: 35 },
    { results: false },
  ]) {
    assert.match(faultOf(one, 36, { ...right, ...wrong }), /^one: /);
  }
});

test("an early press counts only if it came before the program, and was stored", () => {
  const sample = (pressed, alive, stored) => ({ early: { pressed, stored }, alive });
  const slow = [sample(400, 900, 905), sample(950, 900, 960), sample(400, 900, undefined)];
  const samples = new Samples({ samples: { audit: { "load slow": slow } } });
  assert.deepEqual(samples.early("audit"), { before: 2, stored: 1 });
});
