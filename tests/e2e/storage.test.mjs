// What two tabs tell each other, and which files are requested. Faults of storage are in tests/matrix/.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useSite } from "./site.mjs";
import { finish, onResults, says, toKeep } from "./steps.mjs";
import { answer, pressButton } from "./widget.mjs";

const site = useSite();

test("finished in one tab: the other tab is told, and offers the result", async () => {
  const context = await site.newContext();
  const first = await site.open("", { context });
  await first.getByLabel("Short").check();
  await pressButton(first, "Start");
  await answer(first, "4".repeat(17));
  const second = await site.open("", { context });
  await pressButton(second, "Continue where you stopped");
  await answer(first, "4");
  await onResults(first);
  await says(second, "You finished this audit in another tab.");
  await second.getByRole("button", { name: /^See your result of/ }).click();
  await onResults(second);
});

test("after load only files beside the loader are requested, the same whatever is answered", async () => {
  for (const digits of ["12345".repeat(7) + "1", "1".repeat(36), "0".repeat(36)]) {
    const context = await site.newContext();
    const hosts = new Set();
    context.on("request", (request) => hosts.add(new URL(request.url()).origin));
    const page = await site.open("", { context });
    const { length } = site.server.asked;
    await finish(page, digits);
    await says(page, "How this was made");
    await toKeep(page);
    assert.deepEqual(site.server.asked.slice(length), [
      "/leadership-audit-texts.en.json",
      "/leadership-audit-shared.wasm",
      "/leadership-audit-results.wasm",
      "/leadership-audit-followup.wasm",
    ]);
    assert.deepEqual([...hosts], [new URL(site.address).origin]);
  }
});
