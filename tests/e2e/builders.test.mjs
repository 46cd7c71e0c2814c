// Stand-ins for site builders that cannot be had here: what they are known to do with pasted code or an address, and the audit
// in it from the first screen to the result, from files on a second site. docs/coach/ says what is and isn't to be expected.
import assert from "node:assert/strict";
import { test } from "node:test";
import { blocksOf } from "./blocks.mjs";
import { useSite } from "./site.mjs";
import { SHORT } from "./steps.mjs";
import { DIST, folder, visit } from "./web.mjs";
import { noteFaults } from "./widget.mjs";
import { codeBlock, frameByAddress, frameInFrame } from "../sites/builders.mjs";

const site = useSite();
const FILES = "https://files.example.com";

/** The snippet of a page for coaches. The hash of its files is left out. */
const snippet = (file) => blocksOf(`docs/coach/${file}`).find(({ language }) => language === "html").text.replace(/\s+integrity="[^"]*"/, "");
const address = (file) => /<iframe[^>]*\ssrc="([^"]+)"/.exec(snippet(file))[1];

const mounted = (headers) => [folder(DIST, "/leadership-audit-0.1.0/", headers)];

/** What start.md has owners put into the file _headers, as its hosts read it: for every path, lines of a name and a value. */
const [{ text: headersFile }] = blocksOf("docs/coach/start.md").filter(({ language }) => language === "text");
const [paths, ...lines] = headersFile.split("\n");
assert.equal(paths, "/*");
const SHARED = Object.fromEntries(lines.map((line) => /^ {2}([\w-]+): (.+)$/.exec(line).slice(1)));

/** Opens what a builder publishes. */
async function open(published, headers) {
  const context = await site.newContext();
  const missing = await visit(context, { ...published.sites, [FILES]: mounted(headers) });
  const opened = await context.newPage();
  noteFaults(site.watch(opened));
  await opened.goto(published.address);
  const inside = published.frames(opened);
  return { opened, inside, missing };
}

/** Takes the short form to its result. */
async function finish(inside) {
  await inside.getByRole("button", { name: "Start" }).click();
  for (const digit of SHORT) {
    const heading = inside.locator("fieldset.item h2");
    const before = await heading.textContent();
    await inside.locator("fieldset.item").press(digit);
    await inside.locator("leadership-audit h2").filter({ hasNotText: before }).first().waitFor();
  }
  await inside.locator(".hero, .plot").first().waitFor();
}

for (const file of ["squarespace.md", "webflow.md"]) {
  test(`${file}: the snippet in a code block, among the builder's own styles`, async () => {
    const text = snippet(file).replace("<leadership-audit>", '<leadership-audit form="short">');
    const { opened, inside, missing } = await open(codeBlock(text), SHARED);
    await finish(inside);
    assert.deepEqual(missing, []);
    // The answers belong to the coach's page, so they are there again.
    await opened.reload();
    await inside.getByRole("button", { name: "See your result" }).waitFor();
  });
}

test("the snippet, from a place that lets no other site use its files: the sentence stays, with its link", async () => {
  const { opened } = await open(codeBlock(snippet("squarespace.md")));
  await opened.waitForLoadState("networkidle");
  const link = opened.getByRole("link", { name: "open it on a page of its own" });
  assert.ok(await link.isVisible());
  assert.match(opened.faults.join(" "), /CORS|ERR_FAILED/);
  delete opened.faults;
});

test("wix.md: the address in a frame of fixed height, without downloads and print", async () => {
  const { opened, inside, missing } = await open(frameByAddress(address("wix.md")));
  await inside.getByRole("button", { name: "Start" }).waitFor();
  const height = await opened.locator("iframe").evaluate((frame) => frame.clientHeight);
  await finish(inside);
  assert.equal(await opened.locator("iframe").evaluate((frame) => frame.clientHeight), height);
  assert.deepEqual(missing, []);
});

test("google-sites.md: the address in a frame", async () => {
  const { inside, missing } = await open(frameByAddress(address("google-sites.md")));
  await finish(inside);
  assert.deepEqual(missing, []);
});

test("google-sites.md: the code in a frame within a frame", async () => {
  const { inside, missing } = await open(frameInFrame(snippet("google-sites.md")));
  await finish(inside);
  assert.deepEqual(missing, []);
});
