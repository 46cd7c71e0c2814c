// docs/coach/swup.md, with Swup: to the audit by a link, an answer, away, back. `cargo xtask test --servers` installs Swup.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { blocksOf } from "../e2e/blocks.mjs";
import { useSite } from "../e2e/site.mjs";
import { onItem, start } from "../e2e/steps.mjs";
import { DIST, folder, visit } from "../e2e/web.mjs";
import { PROJECT, answer, noteFaults, pressButton } from "../e2e/widget.mjs";

const site = useSite();
const ORIGIN = "https://www.example.com";
const [home, audit] = blocksOf("docs/coach/swup.md").map(({ text }) => `<!doctype html><html lang="en">${text}</html>`);
const [plain] = blocksOf("docs/coach/plain-html.md").map(({ text }) => text.replace(/\s+integrity="[^"]*"/, ""));
const swup = `import "/swup/dist/Swup.umd.js"; window.transitions = new Swup({ animationSelector: false })`;
const back = `<a href="/">Home</a></main>`;

/** Opens the home page of a site with these pages. */
async function open(pages) {
  const context = await site.newContext();
  const html = (body) => ({ body, contentType: "text/html; charset=utf-8" });
  const own = (path) => (pages[path] ? html(pages[path]) : undefined);
  const script = (path) => (path === "/swup-of-my-site.js" ? { body: swup, contentType: "text/javascript" } : undefined);
  const missing = await visit(context, {
    [ORIGIN]: [own, script, folder(DIST, "/leadership-audit-0.1.0/"), folder(join(PROJECT, "tests/sites/node_modules/swup"), "/swup/")],
  });
  const page = await context.newPage();
  noteFaults(site.watch(page));
  await page.goto(`${ORIGIN}/`);
  await page.waitForFunction(() => window.transitions);
  return { page, missing };
}

/** Follows a link, and sees that no new page was loaded. */
async function follow(page, name) {
  await page.evaluate(() => (window.same = true));
  const swapped = page.evaluate(() => new Promise((resolve) => window.transitions.hooks.once("visit:end", resolve)));
  await page.getByRole("link", { name, exact: true }).click();
  await swapped;
  assert.ok(await page.evaluate(() => window.same), "Swup swaps");
}

test("the script in the head, the element in the middle", async () => {
  const { page, missing } = await open({ "/": home, "/self-assessment": audit.replace("</main>", back) });
  await follow(page, "Take the self-assessment");
  await start(page);
  await answer(page, "4");
  await follow(page, "Home");
  await follow(page, "Take the self-assessment");
  await pressButton(page, "Continue where you left off");
  await onItem(page);
  await page.getByText("2 of 18").waitFor();
  assert.deepEqual(missing, []);
});

test("the whole snippet in the middle: a sentence until the page is loaded", async () => {
  const bare = (text) => text.replace(/<script[^>]*leadership-audit\.js"><\/script>/, "");
  const whole = bare(audit).replace(/<leadership-audit[^]*<\/leadership-audit>/, plain);
  const { page } = await open({ "/": bare(home), "/self-assessment": whole });
  await follow(page, "Take the self-assessment");
  await page.waitForLoadState("networkidle");
  assert.ok(await page.getByText("The self-assessment belongs here.").isVisible());
  await page.reload();
  await start(page);
});
