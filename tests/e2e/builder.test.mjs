// The demo page: every control changes the preview and the snippet.
import assert from "node:assert/strict";
import { test } from "node:test";
import { strictPolicy } from "./server.mjs";
import { useSite } from "./site.mjs";
import { SHORT, finish, start, startAndAnswer } from "./steps.mjs";
import { answer, token } from "./widget.mjs";

const files = useSite({
  headers: { "content-security-policy": strictPolicy(), "access-control-allow-origin": "*" },
});

const snippet = (page) => page.locator("#snippet").inputValue();

/** The builder, once the snippet is pinned. */
async function openBuilder(options) {
  const page = await files.open("", options);
  await page.waitForFunction(() => document.querySelector("#snippet").value.includes("sha384-"));
  return page;
}

const attribute = (page, name) => page.locator("leadership-audit").getAttribute(name);

/** Opens the snippet of a builder as a page of another origin, with these headers. */
async function openPlain(builder, headers) {
  await builder.locator("#base").fill(files.address);
  await builder.locator("#base").blur();
  const pasted = `<!doctype html><title>Pasted</title>${await snippet(builder)}`;
  const plain = await files.serve({ headers, pages: { "/pasted": pasted } });
  const page = await builder.context().newPage();
  await page.goto(`${plain.address}pasted`);
  return page;
}

const ATTRIBUTES = [
  ["#form", "form", "short"],
  ["#start", "start", "audit"],
  ["#theme", "theme", "dark"],
  ["#retain", "retain", "session"],
  ["#loading", "loading", "eager"],
  ["#audit-id", "audit-id", "team.1"],
  ["#share-label", "share-label", 'Share with "Noor" & co <now>'],
];

const TOKENS = [
  ["#accent", "accent", "#7a1f5c"],
  ["#paper", "paper", "#fff8f0"],
  ["#ink", "ink", "#102030"],
  ["#accent-dark", "accent-dark", "#e0a0ff"],
  ["#paper-dark", "paper-dark", "#000000"],
  ["#ink-dark", "ink-dark", "#ffffff"],
  ["#font", "font", '"Source Sans 3", Verdana, sans-serif'],
  ["#heading-font", "heading-font", "Georgia, serif"],
];

const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

async function choose(page, selector, value) {
  const control = page.locator(selector);
  if ((await control.evaluate((element) => element.localName)) === "select") {
    await control.selectOption(value);
  } else {
    await control.fill(value);
    await control.blur();
  }
}

test("each control changes the preview and the snippet, and a reset reverts all of it", async () => {
  const page = await openBuilder();
  const untouched = await snippet(page);
  assert.match(
    untouched,
    /^<script type="module" src="[^"]+leadership-audit\.js" integrity="sha384-[\w+/]{64}" crossorigin="anonymous"><\/script>\n<leadership-audit>\n {2}<p>[^<]+<\/p>\n<\/leadership-audit>$/,
  );
  assert.doesNotMatch(untouched, /127\.0\.0\.1/, "an address of this computer is no use to anybody else");
  await page.getByText("This page’s own address works on this computer only").waitFor();
  for (const details of await page.locator("#settings summary").all()) await details.click();
  for (const [selector, name, value] of ATTRIBUTES) {
    await choose(page, selector, value);
    assert.equal(await attribute(page, name), value);
    assert.ok((await snippet(page)).includes(` ${name}="${escaped(value)}"`), await snippet(page));
  }
  for (const [selector, name, value] of TOKENS) {
    await choose(page, selector, value);
    assert.equal((await token(page, name)).trim(), value);
    assert.ok((await snippet(page)).includes(`  --leadership-audit-${name}: ${value};\n`));
  }
  await page.locator("#radius").press("ArrowRight");
  assert.equal(await token(page, "radius"), "0.7rem");
  await page.locator("#cta-href").fill("https://coach.example/book?a=1&b=2");
  assert.equal(await attribute(page, "cta-href"), null, "no link without its text");
  await page.getByText("the link at the end needs both its address and its text").waitFor();
  await page.locator("#cta-label").fill("Book a talk");
  assert.equal(await attribute(page, "cta-href"), "https://coach.example/book?a=1&b=2");
  assert.match(await snippet(page), / cta-href="https:\/\/coach.example\/book\?a=1&amp;b=2"/);
  assert.equal(await page.locator("leadership-audit").count(), 1);
  await page.getByRole("button", { name: "Reset all settings" }).click();
  await page.waitForFunction((text) => document.querySelector("#snippet").value === text, untouched);
  assert.deepEqual(
    await page.locator("leadership-audit").evaluate((element) => element.getAttributeNames()),
    [],
  );
  assert.deepEqual(await page.evaluate(() => ({ ...localStorage })), {});
});

test("what is built for working on it gets no hash in the snippet", async () => {
  const sri = { version: "0.1.0", debug: true, files: { "leadership-audit.js": "sha384-nobody-publishes-this" } };
  const debug = await files.serve({ pages: { "/sri.json": JSON.stringify(sri) } });
  const page = await files.open(debug.address);
  await page.getByText("This page’s own address works on this computer only").waitFor();
  assert.match(await snippet(page), /^<script type="module" src="https:\/\/example\.com\/[^"]+\.js"><\/script>/);
});

test("an unusable value is left out and named", async () => {
  const page = await openBuilder();
  const untouched = await snippet(page);
  const problem = page.locator("#problem");
  const why = " (it needs https:// or mailto:, and a host without a user’s name or hidden characters before it)";
  for (const [selector, value, name, reason = ""] of [
    ["#cta-href", "http://coach.example/", "Link at the end: address", why],
    ["#cta-href", "calendly.com/coach", "Link at the end: address", why],
    ["#cta-href", "https://coach.example@evil.example/", "Link at the end: address", why],
    ["#font", `"open`, "Font"],
    ["#font", "a;} * {color: red", "Font"],
    ["#base", "javascript:alert(1)", "Where you put the files"],
    ["#base", "no address", "Where you put the files"],
  ]) {
    await page.locator(selector).fill(value);
    assert.equal(await problem.textContent(), `Left out, because it cannot be used: “${name}”${reason}.`);
    assert.equal(await page.locator(selector).getAttribute("aria-invalid"), "true");
    assert.equal(await snippet(page), untouched, value);
    await page.locator(selector).fill("");
    assert.equal(await problem.textContent(), "");
  }
});

test("three variants of the snippet, each with the address of the files", async () => {
  const page = await openBuilder();
  await page.locator("#base").fill("https://coach.example/audit/0.1.0");
  assert.match(await snippet(page), / src="https:\/\/coach\.example\/audit\/0\.1\.0\/leadership-audit\.js" /);
  await page.locator("#form").selectOption("short");
  await page.locator("#share-label").fill("Share [now]");
  await page.locator("#accent").fill("#0a58ca");
  await page.getByRole("radio", { name: "WordPress" }).check();
  assert.equal(await snippet(page), '[leadership_audit form="short" share_label="Share &#91;now&#93;"]');
  await page.getByText("unfiltered_html").waitFor();
  assert.equal(
    await page.locator("#sheet").inputValue(),
    "leadership-audit {\n  --leadership-audit-accent: #0a58ca;\n}",
  );
  await page.getByRole("radio", { name: "iframe" }).check();
  const text = await snippet(page);
  assert.ok(text.includes('src="https://coach.example/audit/0.1.0/embed.html?form=short&amp;accent=%230a58ca"'), text);
  assert.ok(text.includes('origin !== "https://coach.example"'), text);
  assert.equal(await page.locator("#sheet").isVisible(), false);
  assert.equal(await page.locator("#tag").isVisible(), false);
  // What no link may decide goes into the page for iframes.
  await page.locator("#cta-href").fill("https://coach.example/book?a=1&b=2");
  await page.locator("#cta-label").fill("Book a talk");
  await page.getByText("More: storage").click();
  await page.locator("#round-href").fill("https://coach.example/ask");
  await page.locator("#round-href").blur();
  assert.equal(await snippet(page), text);
  assert.equal(
    await page.locator("#tag").inputValue(),
    '<leadership-audit cta-href="https://coach.example/book?a=1&amp;b=2" cta-label="Book a talk"' +
      ' round-href="https://coach.example/ask">',
  );
});

test("the snippet with colours, on a page without a policy: they apply", async () => {
  const builder = await openBuilder();
  await builder.locator("#paper").fill("#ffeedd");
  const page = await openPlain(builder);
  await page.locator("leadership-audit h2").waitFor();
  assert.equal(await token(page, "paper"), "#ffeedd");
});

test("the snippet, on a page of another origin under the strict policy: the audit of its settings runs", async () => {
  const builder = await openBuilder();
  await builder.locator("#form").selectOption("short");
  await builder.locator("#cta-href").fill("https://coach.example/book?a=1&b=2");
  await builder.locator("#cta-label").fill("Book a talk");
  await builder.waitForFunction(() => document.querySelector("#snippet").value.includes("cta-label"));
  const page = await openPlain(builder, { "content-security-policy": strictPolicy(files.address.slice(0, -1)) });
  await finish(page, SHORT);
  const link = page.getByRole("link", { name: "Book a talk" });
  assert.equal(await link.getAttribute("href"), "https://coach.example/book?a=1&b=2");
});

test("the iframe snippet, pasted as it is: the frame holds what is answered", async () => {
  const builder = await openBuilder();
  await builder.getByRole("radio", { name: "iframe" }).check();
  await builder.locator("#theme").selectOption("dark");
  const page = await openPlain(builder);
  const frame = page.frameLocator("iframe");
  await frame.locator("leadership-audit[theme=dark]").waitFor();
  await page.waitForFunction(() => document.querySelector("iframe").height !== "720");
  const fits = await page
    .frames()[1]
    .evaluate(() => document.documentElement.scrollHeight <= innerHeight);
  assert.equal(fits, true);
});

test("copying: to the clipboard, or by selection where there is none", async () => {
  const permissions = ["clipboard-read", "clipboard-write"];
  const page = await openBuilder({ permissions });
  await page.getByRole("button", { name: "Copy the snippet" }).click();
  await page.getByText("Copied.").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await snippet(page));
  await page.locator("#form").selectOption("short");
  assert.equal(await page.getByText("Copied.").count(), 0, "another snippet was copied");
  for (const settles of [true, false]) {
    await page.evaluate((settles) => {
      document.activeElement.blur();
      navigator.clipboard.writeText = () =>
        settles ? Promise.reject(new Error("not allowed")) : new Promise(() => {});
    }, settles);
    await page.getByRole("button", { name: "Copy the snippet" }).click();
    await page.getByText("It is selected").waitFor();
    assert.equal(await page.evaluate(() => getSelection().toString()), await snippet(page));
  }
});

test("the event log shows what the page hears, newest first", async () => {
  const page = await openBuilder();
  await page.locator("#share-label").fill("Share with Noor");
  const newest = page.locator("#events li").first();
  await page.locator("#events").getByText("leadership-audit-ready").waitFor();
  await page.getByLabel("3 minutes").check();
  await start(page);
  await page.locator("#events").getByText("leadership-audit-started").waitFor();
  await answer(page, "4");
  assert.equal(
    await newest.textContent(),
    'leadership-audit-progressed {"answered":1,"total":18}',
  );
  await answer(page, "45544521231553115");
  await page.locator("#events").getByText("leadership-audit-completed").waitFor();
});

test("under the preview's hostile style the widget works as before", async () => {
  const page = await openBuilder();
  await page.getByLabel("Put it on a hostile page").check();
  assert.equal(
    await page.locator("#neighbour").evaluate((line) => getComputedStyle(line).fontSize),
    "40px",
  );
  await startAndAnswer(page, "45");
  await page.getByText("3 of 36").waitFor();
  await page.getByLabel("Put it on a hostile page").uncheck();
  assert.equal(await page.locator("#neighbour").isVisible(), false);
});
