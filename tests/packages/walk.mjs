// A visitor's whole walk through the audit in a project that has the npm package.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { choose, finishShort, hear, isReady, onResults, save, says, toKeep } from "../e2e/steps.mjs";
import { noteFaults, pressButton } from "../e2e/widget.mjs";

const hash = (bytes) => createHash("sha256").update(bytes).digest("base64");

/** The files that the loader in this folder fetches, by their hashes. */
export function fetchedFiles(folder) {
  // Of the languages, the one that the walk is in.
  const isFetched = (name) => /^leadership-audit-.+\.(wasm|txt)$/.test(name) && !/-words\.(?!en\.)/.test(name);
  const names = readdirSync(folder).filter(isFetched);
  return new Map(names.map((name) => [hash(readFileSync(join(folder, name))), name]));
}

/** Lets a development server meet every dependency of these pages before the walk: it reloads them for each. */
export async function warm(site, addresses) {
  const context = await site.newContext();
  const page = await context.newPage();
  await page.addInitScript(hear);
  for (const address of [...addresses, ...addresses]) {
    await page.goto(address, { waitUntil: "networkidle" });
    await isReady(page);
    await page.waitForLoadState("networkidle");
  }
  await context.close();
}

/**
 * Takes the audit from its first screen to what follows the result, and a second visit to the result, which is saved and
 * opened again. Fails if a request fails, or the console says anything about the audit or of errors.
 * @param {Map<string, string>} [files] have to arrive, with the bytes that they were packed with
 */
export async function walk(site, address, files) {
  const page = await (await site.newContext()).newPage();
  noteFaults(page);
  const [refused, arriving] = [[], []];
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // Chromium says so too of a chunked response that was read to its end before the connection told it. A file that the
    // loader misses is a warning in the console.
    if (why !== "net::ERR_ABORTED") refused.push(`${request.url()} ${why}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) refused.push(`${response.url()} ${response.status()}`);
    if (/\.(wasm|txt)(\?|$)/.test(response.url())) arriving.push(response.body().then(hash, String));
  });
  await page.goto(address);
  await finishShort(page);
  await toKeep(page);
  await page.goto(address);
  await page.getByRole("button", { name: /^See your result/ }).click();
  await onResults(page);
  await pressButton(page, "Save, print or delete");
  const { name, text } = await save(page, "Save as a JSON file");
  await choose(page, name, text);
  await says(page, "A result opened from");
  await page.goto(address);
  await page.getByRole("button", { name: /^See how others see it/ }).click();
  await page.getByRole("button", { name: /^Did somebody send you a message/ }).click();
  await page.getByLabel("Paste the invitation").waitFor();
  await page.waitForLoadState("networkidle");
  assert.deepEqual(refused, [], "requests that failed");
  assert.deepEqual(page.faults, [], "errors in the console");
  const about = page.warnings.filter((text) => text.includes("leadership-audit"));
  assert.deepEqual(about, [], "warnings in the console");
  const arrived = new Set(await Promise.all(arriving));
  const missing = [...(files ?? [])].filter(([hash]) => !arrived.has(hash)).map(([, name]) => name);
  assert.deepEqual(missing, [], "files that did not arrive as they were packed");
}
