// A loader that an optimiser has copied, inlined or combined: `files-href` says where its files are.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { transformSync } from "esbuild";
import { hostPage } from "./server.mjs";
import { useServer, useSite } from "./site.mjs";
import { SHORT, onResults, start } from "./steps.mjs";
import { PROJECT, answer, noteFaults } from "./widget.mjs";

const LOADER = readFileSync(join(PROJECT, "dist/leadership-audit.js"), "utf8");

const site = useSite({ headers: { "access-control-allow-origin": "*" } });

/** Another site, which has the moved loader and nothing else of the audit. */
const host = useServer({ pages: {} }, join(PROJECT, "tests/e2e/aria/"));

/** A page of that site with this script, and an element with these attributes. */
async function openMoved(script, attributes) {
  const { pages } = host.behaviour;
  pages["/cache/1f2e3d.js"] = LOADER;
  pages["/"] = hostPage({ attributes: `form="short" ${attributes}` }).replace(/<script[^]*<\/script>/, () => script);
  const page = await (await site.newContext()).newPage();
  noteFaults(site.watch(page));
  await page.goto(host.address);
  return page;
}

const COPIED = '<script type="module" src="/cache/1f2e3d.js"></script>';

/** What optimisers make of the tag: each runs with `files-href`. */
const MOVES = {
  "copied into a folder of its own": COPIED,
  "inlined": `<script type="module">${LOADER.replaceAll("</script", "<\\/script")}</script>`,
  "combined with another module": `<script type="module">window.theirs = 1;\n${LOADER}\nwindow.theirs++;</script>`,
  "bundled into an ordinary script": `<script>${
    transformSync(LOADER, { format: "iife", logLevel: "error" }).code
  }</script>`,
};

for (const [what, script] of Object.entries(MOVES)) {
  test(`${what}: with files-href it runs to the results`, async () => {
    const page = await openMoved(script, `files-href="${site.address.slice(0, -1)}"`);
    await start(page);
    await answer(page, SHORT);
    await onResults(page);
    assert.deepEqual(page.warnings, []);
    assert.deepEqual(host.asked.filter((path) => path.endsWith(".wasm")), []);
  });
}

test("an invalid address: a warning, and the files beside the loader", async () => {
  for (const address of ["http://[", "data:text/plain,"]) {
    const page = await site.openHost({ attributes: `files-href="${address}"` });
    await start(page);
    assert.deepEqual(page.warnings.map((text) => text.includes(`files-href="${address}"`)), [true]);
  }
});

test("a folder with other files: nothing of them runs; once the address is right, another try succeeds", async () => {
  host.behaviour.fault = (path) => path.endsWith(".wasm") && { status: 200, body: Buffer.from("\0asm\x01\0\0\0") };
  const page = await openMoved(COPIED, 'files-href="/elsewhere" loading="eager"');
  await page.getByRole("button", { name: "Try again" }).waitFor();
  await page.locator("leadership-audit").evaluate((audit, address) => (audit.filesHref = address), site.address);
  await page.getByRole("button", { name: "Try again" }).click();
  await start(page);
  delete page.faults;
});
