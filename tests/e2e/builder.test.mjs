// The demo page: every control changes the preview and the snippet, and the snippet that it shows
// runs as it is on a page of another origin.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve, strictPolicy } from "./server.mjs";
import { answer, launch, newContext, open, pressButton } from "./widget.mjs";

let files;
let host;
let browser;

before(async () => {
  files = await serve({
    headers: { "content-security-policy": strictPolicy(), "access-control-allow-origin": "*" },
  });
  host = await serve({
    pages: {},
    headers: { "content-security-policy": strictPolicy(new URL(files.address).origin) },
  });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await files?.stop();
  await host?.stop();
});

const snippet = (page) => page.locator("#snippet").inputValue();

/** The builder, once the snippet is pinned. */
async function openBuilder(context) {
  const page = await open(context, files.address);
  await page.waitForFunction(() => document.querySelector("#snippet").value.includes("sha384-"));
  return page;
}

const attribute = (page, name) => page.locator("leadership-audit").getAttribute(name);

const token = (page, name) =>
  page.evaluate(
    (name) =>
      getComputedStyle(document.querySelector("leadership-audit")).getPropertyValue(
        `--leadership-audit-${name}`,
      ),
    name,
  );

/** Opens `body` as a page of the other origin, and notes what its policy refuses. */
async function openPasted(context, body) {
  host.behaviour.pages["/pasted"] =
    `<!doctype html><html lang="en"><title>Pasted</title><body><h1>A page</h1>${body}`;
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
  await page.goto(`${host.address}pasted`);
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

test("each control changes the preview and the snippet; a reset takes all of it back", async () => {
  const context = await newContext(browser);
  const page = await openBuilder(context);
  const untouched = await snippet(page);
  assert.match(
    untouched,
    /^<script type="module" src="[^"]+leadership-audit\.js" integrity="sha384-[\w+/]{64}" crossorigin="anonymous"><\/script>\n<leadership-audit><\/leadership-audit>$/,
  );
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
  assert.deepEqual(page.faults, []);
  await context.close();
});

test("what cannot be used is left out, and named", async () => {
  const context = await newContext(browser);
  const page = await openBuilder(context);
  const untouched = await snippet(page);
  const problem = page.locator("#problem");
  for (const [selector, value, name] of [
    ["#cta-href", "http://coach.example/", "Link at the end: address"],
    ["#font", `"open`, "Font"],
    ["#font", "a;} * {color: red", "Font"],
    ["#base", "javascript:alert(1)", "Where you put the files"],
    ["#base", "no address", "Where you put the files"],
  ]) {
    await page.locator(selector).fill(value);
    assert.equal(await problem.textContent(), `Left out, because it cannot be used: “${name}”.`);
    assert.equal(await page.locator(selector).getAttribute("aria-invalid"), "true");
    assert.equal(await snippet(page), untouched, value);
    await page.locator(selector).fill("");
    assert.equal(await problem.textContent(), "");
  }
  await context.close();
});

test("three flavours of the snippet, each from the address of the files", async () => {
  const context = await newContext(browser);
  const page = await openBuilder(context);
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
  await context.close();
});

test("the snippet, pasted as it is into a page of another origin, runs the whole audit", async () => {
  const context = await newContext(browser);
  const builder = await openBuilder(context);
  await builder.locator("#form").selectOption("short");
  await builder.locator("#cta-href").fill("https://coach.example/book?a=1&b=2");
  await builder.locator("#cta-label").fill("Book a talk");
  await builder.locator("#share-label").fill("Share with Noor");
  const page = await openPasted(context, await snippet(builder));
  await page.evaluate(() => {
    window.heard = [];
    addEventListener("leadership-audit-completed", () => window.heard.push("completed"));
    addEventListener("leadership-audit-shared", ({ detail }) => window.heard.push(detail.schema));
  });
  await pressButton(page, "Start");
  await page.locator("leadership-audit fieldset.item").waitFor();
  await answer(page, [..."445544521231553115"]);
  await page.locator("leadership-audit .scores").waitFor();
  assert.equal(
    await page.getByRole("link", { name: "Book a talk" }).getAttribute("href"),
    "https://coach.example/book?a=1&b=2",
  );
  const share = page.getByRole("button", { name: "Share with Noor" });
  if (!(await share.isVisible())) await pressButton(page, "Keep or delete this result");
  await share.click();
  assert.deepEqual(await page.evaluate(() => window.heard), ["completed", "leadership-audit/result"]);
  assert.deepEqual(page.faults, []);
  await context.close();
});

test("the snippet with colours, on a page without a policy: they are there", async (t) => {
  const context = await newContext(browser);
  const builder = await openBuilder(context);
  await builder.locator("#paper").fill("#ffeedd");
  const plainHost = await serve({
    pages: { "/pasted": `<!doctype html><title>Pasted</title>${await snippet(builder)}` },
  });
  t.after(plainHost.stop);
  const page = await context.newPage();
  await page.goto(`${plainHost.address}pasted`);
  await page.locator("leadership-audit h2").waitFor();
  assert.equal(await token(page, "paper"), "#ffeedd");
  await context.close();
});

test("the iframe's snippet, pasted as it is: it is as high as what it shows", async (t) => {
  const context = await newContext(browser);
  const builder = await openBuilder(context);
  await builder.getByRole("radio", { name: "iframe" }).check();
  await builder.locator("#theme").selectOption("dark");
  const plainHost = await serve({
    pages: { "/pasted": `<!doctype html><title>Pasted</title>${await snippet(builder)}` },
  });
  t.after(plainHost.stop);
  const page = await context.newPage();
  await page.goto(`${plainHost.address}pasted`);
  const frame = page.frameLocator("iframe");
  await frame.locator("leadership-audit[theme=dark]").waitFor();
  await page.waitForFunction(() => document.querySelector("iframe").height !== "720");
  const fits = await page
    .frames()[1]
    .evaluate(() => document.documentElement.scrollHeight <= innerHeight);
  assert.equal(fits, true);
  await context.close();
});

test("a wrong hash: nothing runs", async () => {
  const context = await newContext(browser);
  const right = await snippet(await openBuilder(context));
  const wrong = right.replace(/sha384-./, (text) => `sha384-${text.endsWith("A") ? "B" : "A"}`);
  const page = await openPasted(context, wrong);
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => customElements.get("leadership-audit")), undefined);
  assert.ok(page.faults.some((text) => /integrity/.test(text)), String(page.faults));
  await context.close();
});

test("copying: to the clipboard, or selected where there is none", async () => {
  const permissions = ["clipboard-read", "clipboard-write"];
  const context = await newContext(browser, { permissions });
  const page = await openBuilder(context);
  await page.getByRole("button", { name: "Copy the snippet" }).click();
  await page.getByText("Copied.").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await snippet(page));
  await page.locator("#form").selectOption("short");
  assert.equal(await page.getByText("Copied.").count(), 0, "what was copied is another snippet");
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"));
  });
  await page.getByRole("button", { name: "Copy the snippet" }).click();
  await page.getByText("It is selected").waitFor();
  assert.equal(await page.evaluate(() => getSelection().toString()), await snippet(page));
  await context.close();
});

test("the event log shows what the page hears, newest first", async () => {
  const context = await newContext(browser);
  const page = await openBuilder(context);
  await page.locator("#share-label").fill("Share with Noor");
  const newest = page.locator("#events li").first();
  await page.locator("#events").getByText("leadership-audit-ready").waitFor();
  await page.getByLabel("Short").check();
  await pressButton(page, "Start");
  await page.locator("leadership-audit fieldset.item").waitFor();
  await page.locator("#events").getByText("leadership-audit-started").waitFor();
  await answer(page, ["4"]);
  assert.equal(
    await newest.textContent(),
    'leadership-audit-progressed {"answered":1,"total":18}',
  );
  await answer(page, [..."45544521231553115"]);
  await page.locator("#events").getByText("leadership-audit-completed").waitFor();
  await context.close();
});

test("on a hostile page the widget keeps its looks and its use", async () => {
  const context = await newContext(browser);
  const page = await openBuilder(context);
  // The owner's font: without one the widget takes the page's, as it should.
  await page.locator("leadership-audit").evaluate((element) => {
    element.style.setProperty("--leadership-audit-font", "monospace");
  });
  const look = () =>
    page.locator("leadership-audit h2").evaluate((heading) => {
      const { fontSize, color, textTransform, letterSpacing } = getComputedStyle(heading);
      const button = heading.getRootNode().querySelector("button");
      const { inlineSize, blockSize, backgroundColor } = getComputedStyle(button);
      return { fontSize, color, textTransform, letterSpacing, inlineSize, blockSize, backgroundColor };
    });
  const before = await look();
  await page.getByLabel("Put it on a hostile page").check();
  assert.equal(
    await page.locator("#neighbour").evaluate((line) => getComputedStyle(line).fontSize),
    "40px",
  );
  assert.deepEqual(await look(), before);
  await pressButton(page, "Start");
  await page.locator("leadership-audit fieldset.item").waitFor();
  await answer(page, [..."45"]);
  await page.getByText("3 of 36").waitFor();
  await page.getByLabel("Put it on a hostile page").uncheck();
  assert.equal(await page.locator("#neighbour").isVisible(), false);
  assert.deepEqual(page.faults, []);
  await context.close();
});
