// The snippet builder: every control changes the preview and the snippet, and what is pasted works.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { attribute, choose, openBuilder, openPasted, said, snippet } from "./builder.mjs";
import { strictPolicy } from "./server.mjs";
import { useSite } from "./site.mjs";
import { SHORT, finish, start, startAndAnswer } from "./steps.mjs";
import { PROJECT, answer, token } from "./widget.mjs";

const files = useSite({
  headers: { "content-security-policy": strictPolicy(), "access-control-allow-origin": "*" },
});

/** Under a name of the outside. */
const site = useSite({}, "--host-resolver-rules=MAP coach.example 127.0.0.1");

const ATTRIBUTES = [
  ["#form", "form", "short"],
  ["#start", "start", "audit"],
  ["#theme", "theme", "dark"],
  ["#retain", "retain", "session"],
  ["#loading", "loading", "eager"],
  ["#audit-id", "audit-id", "team.1"],
  ["#share-label", "share-label", 'Share with "Noor" & co <now>'],
  ["#share-href", "share-href", "mailto:noor@coach.example"],
];

const TOKENS = [
  ["#accent", "accent", "#7a1f5c"],
  ["#paper", "paper", "#fff8f0"],
  ["#ink", "ink", "oklch(0.3 0.03 250)"],
  ["#accent-dark", "accent-dark", "#e0a0ff"],
  ["#paper-dark", "paper-dark", "black"],
  ["#ink-dark", "ink-dark", "#fff"],
  ["#font", "font", '"Source Sans 3", Verdana, sans-serif'],
  ["#heading-font", "heading-font", "Georgia, serif"],
];

const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

test("each control changes the preview and the snippet, and a reset reverts all of it", async () => {
  const page = await openBuilder(files);
  const untouched = await snippet(page);
  assert.match(
    untouched,
    /^<script type="module" src="[^"]+leadership-audit\.js" integrity="sha384-[\w+/]{64}" crossorigin="anonymous"><\/script>\n<leadership-audit>\n {2}<p>[^<]+<a href="[^"]+embed\.html">[^<]+<\/a>\.<\/p>\n<\/leadership-audit>$/,
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
    assert.ok((await snippet(page)).includes(`--leadership-audit-${name}: ${value.replaceAll('"', "'")}`), await snippet(page));
  }
  await page.locator("#radius").press("ArrowRight");
  assert.equal(await token(page, "radius"), "0.7rem");
  await page.locator("#cta-href").fill("https://coach.example/book?a=1&b=2");
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

test("what is built for working on it gets no hash in the snippet, and no public network", async () => {
  const sri = { version: "0.1.0", debug: true, published: true, files: { "leadership-audit.js": "sha384-nobody-publishes-this" } };
  const debug = await files.serve({ pages: { "/sri.json": JSON.stringify(sri) } });
  const page = await files.open(debug.address);
  await page.getByText("This page’s own address works on this computer only").waitFor();
  assert.match(await snippet(page), /^<script type="module" src="https:\/\/example\.com\/[^"]+\.js"><\/script>/);
  assert.equal(await page.getByText("jsDelivr").first().isVisible(), false);
});

test("an unusable value is left out and named beside its field", async () => {
  const page = await openBuilder(files);
  const untouched = await snippet(page);
  const link = "it needs https:// or mailto:, and a host without a user’s name or hidden characters before it.";
  const unusable = (label) => `“${label}” is left out, because it can’t be used.`;
  await page.locator("#cta-label").fill("Book a talk");
  for (const [name, value, message] of [
    ["cta-href", "http://coach.example/", `“Link at the end: address” is left out: ${link}`],
    ["cta-href", "https://coach.example@evil.example/", `“Link at the end: address” is left out: ${link}`],
    ["cta-href", "javascript:alert(1)", `“Link at the end: address” is left out: ${link}`],
    ["font", `"open`, unusable("Font")],
    ["font", "a;} * {color: red", unusable("Font")],
    ["accent", "url(https://evil.example)", unusable("Accent")],
  ]) {
    if (name !== "cta-href") await page.locator("#cta-label").fill("");
    await page.locator(`#${name}`).fill(value);
    assert.equal(await page.locator(`#${name}-problem`).textContent(), message);
    assert.equal(await page.locator("#problem").textContent(), message, "and is announced");
    assert.equal(await page.locator(`#${name}`).getAttribute("aria-invalid"), "true");
    assert.equal(await snippet(page), untouched, value);
    await page.locator(`#${name}`).fill("");
  }
  assert.equal(await page.locator("#problem").textContent(), "");
  for (const value of ["javascript:alert(1)", "no address", "file:///audit/"]) {
    await page.locator("#base").fill(value);
    assert.equal(await page.locator("#hosting-problem").textContent(), unusable("Address of the folder with the files"));
    assert.equal(await snippet(page), untouched, value);
  }
});

test("half a link: both fields are marked, and named, until both are filled in or neither", async () => {
  const page = await openBuilder(files);
  const untouched = await snippet(page);
  const invalid = () => page.locator("#settings [aria-invalid]").evaluateAll((all) => all.map(({ id }) => id));
  for (const [name, value] of [
    ["cta-href", "https://coach.example/book"],
    ["cta-label", "Book a talk"],
  ]) {
    await page.locator(`#${name}`).fill(value);
    assert.deepEqual(await invalid(), ["cta-href", "cta-label"]);
    assert.equal(
      await page.locator("#problem").textContent(),
      "“Link at the end: address” and “Link at the end: text” belong together, and one of them is empty. Fill in both, or neither.",
    );
    assert.equal(await snippet(page), untouched, "no link without its text, nor a text without its link");
    await page.locator(`#${name}`).fill("");
    assert.deepEqual(await invalid(), []);
  }
});

test("an address as people type it gets its scheme, and the page says so", async () => {
  const page = await openBuilder(files);
  await page.locator("#cta-label").fill("Book a talk");
  for (const [typed, used] of [
    ["calendly.com/coach", "https://calendly.com/coach"],
    ["www.coach.example:8443/?a=b", "https://www.coach.example:8443/?a=b"],
    ["noor@coach.example", "mailto:noor@coach.example"],
  ]) {
    await page.locator("#cta-href").fill(typed);
    assert.equal(await attribute(page, "cta-href"), used);
    assert.ok((await snippet(page)).includes(` cta-href="${used}"`));
    assert.equal(await said(page, "cta-href"), `Used as ${used}`);
  }
  await page.locator("#cta-href").fill("https://calendly.com/coach");
  assert.equal(await said(page, "cta-href"), "");
  await page.locator("#base").fill("coach.example/audit");
  assert.match(await snippet(page), / src="https:\/\/coach\.example\/audit\/leadership-audit\.js"/);
});

test("a press that ends the typing in a field finds what it was meant for", async () => {
  // Everything is in view, so that only the page itself can move it.
  const page = await openBuilder(files, "", { viewport: { width: 360, height: 6000 } });
  await page.getByText("More: storage").click();
  const wordpress = page.getByRole("radio", { name: "WordPress" });
  for (const name of ["audit-id", "round-href", "src"]) {
    await page.locator(`#${name}`).fill("not allowed");
    const { x, y } = await wordpress.boundingBox();
    await page.mouse.click(x + 5, y + 5);
    assert.equal(await wordpress.isChecked(), true, name);
    await page.locator(`#${name}`).fill("");
    await page.getByRole("radio", { name: "iframe" }).check();
  }
});

test("three variants of the snippet, each with the address of the files", async () => {
  const page = await openBuilder(files);
  await page.locator("#base").fill("https://coach.example/audit/0.1.0");
  assert.match(await snippet(page), / src="https:\/\/coach\.example\/audit\/0\.1\.0\/leadership-audit\.js" /);
  await page.locator("#form").selectOption("short");
  await page.locator("#share-label").fill("Share [now]");
  await page.locator("#accent").fill("#0a58ca");
  await page.getByLabel("Leave colours and fonts out of the snippet").check();
  const rule = "leadership-audit {\n  --leadership-audit-accent: #0a58ca;\n}";
  assert.doesNotMatch(await snippet(page), /<leadership-audit[^>]+style=/);
  assert.equal(await page.locator("#sheet").inputValue(), rule);
  await page.getByRole("radio", { name: "WordPress" }).check();
  assert.equal(await snippet(page), '[leadership_audit form="short" share_label="Share &#91;now&#93;"]');
  assert.equal(await page.locator("#sheet").inputValue(), rule);
  await page.getByRole("radio", { name: "iframe" }).check();
  const text = await snippet(page);
  assert.ok(text.includes('src="https://coach.example/audit/0.1.0/embed.html?form=short&amp;accent=%230a58ca"'), text);
  assert.ok(text.includes('<script src="https://coach.example/audit/0.1.0/embed-height.js"></script>'), text);
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

test("a system that takes the tags out leaves a sentence with a link, and no code", async () => {
  const page = await openBuilder(files);
  await page.locator("#accent").fill("#0a58ca");
  await page.locator("#form").selectOption("short");
  for (const flavour of ["Plain HTML", "In an iframe"]) {
    await page.getByRole("radio", { name: flavour }).check();
    const pasted = await snippet(page);
    // What WordPress's wp_kses_post does for an author: tags that are not allowed go, what is between them stays.
    const left = pasted.replace(/<(?!\/?(p|a)\b)[^>]*>/g, "").trim();
    assert.match(left, /^<p[^>]*>[^<>{};]+<a href="https:\/\/example\.com\/[^"]+\/embed\.html\?form=short&amp;accent=%230a58ca">[^<]+<\/a>\.<\/p>$/);
  }
  await page.getByRole("radio", { name: "Plain HTML" }).check();
  await page.getByText("More: storage").click();
  await choose(page, "#src", "https://coach.example/team.json");
  delete page.faults;
  const own = await snippet(page);
  assert.doesNotMatch(own, /embed\.html/, "a link can't decide on another questionnaire");
});

test("the snippet with colours, on a page without a policy: they apply", async () => {
  const builder = await openBuilder(files);
  await builder.locator("#paper").fill("#ffeedd");
  await builder.locator("#font").fill(`"Source Sans 3", serif`);
  const page = await openPasted(files, builder);
  await page.locator("leadership-audit h2").waitFor();
  assert.equal(await token(page, "paper"), "#ffeedd");
  assert.equal(await token(page, "font"), `'Source Sans 3', serif`);
});

test("the snippet, on a page of another origin under the strict policy: the audit of its settings runs", async () => {
  const builder = await openBuilder(files);
  await builder.locator("#form").selectOption("short");
  await builder.locator("#cta-href").fill("https://coach.example/book?a=1&b=2");
  await builder.locator("#cta-label").fill("Book a talk");
  await builder.waitForFunction(() => document.querySelector("#snippet").value.includes("cta-label"));
  const page = await openPasted(files, builder, { "content-security-policy": strictPolicy(files.address.slice(0, -1)) });
  await finish(page, SHORT);
  const link = page.getByRole("link", { name: "Book a talk" });
  assert.equal(await link.getAttribute("href"), "https://coach.example/book?a=1&b=2");
});

test("the iframe snippet, pasted as it is: the frame holds what is answered, and the line for when it fails goes", async () => {
  const builder = await openBuilder(files);
  await builder.getByRole("radio", { name: "iframe" }).check();
  await builder.locator("#theme").selectOption("dark");
  const page = await openPasted(files, builder);
  const frame = page.frameLocator("iframe");
  await frame.locator("leadership-audit[theme=dark]").waitFor();
  await page.locator(".leadership-audit-link").waitFor({ state: "hidden" });
  const fits = await page
    .frames()[1]
    .evaluate(() => document.documentElement.scrollHeight <= innerHeight);
  assert.equal(fits, true);
});

test("a sandbox for the frame has the tokens that were chosen, and the audit runs in it", async () => {
  const builder = await openBuilder(files);
  await builder.getByRole("radio", { name: "iframe" }).check();
  assert.doesNotMatch(await snippet(builder), /sandbox=/);
  await builder.getByText("Put the frame into a sandbox").click();
  await builder.getByLabel("A sandbox that runs scripts").check();
  const all = "allow-scripts allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox allow-modals";
  assert.ok((await snippet(builder)).includes(` sandbox="${all}"`), await snippet(builder));
  for (const label of ["Keeping answers", "Printing", "Opening your link"]) await builder.getByLabel(label).uncheck();
  assert.ok((await snippet(builder)).includes(' sandbox="allow-scripts allow-downloads"'));
  const page = await openPasted(files, builder);
  await page.frameLocator("iframe").getByText("This browser does not let the page keep anything.").waitFor();
  await page.locator(".leadership-audit-link").waitFor({ state: "hidden" });
});

test("once it is published, the public network is offered second: the tag with its hash, and no frame", async () => {
  const sri = { ...(await (await fetch(`${files.address}sri.json`)).json()), published: true };
  const published = await files.serve({ pages: { "/sri.json": JSON.stringify(sri) } });
  const page = await openBuilder(files, published.address);
  assert.match(await snippet(page), /src="https:\/\/example\.com/, "one's own site is first");
  await page.getByRole("radio", { name: "On the public network jsDelivr" }).check();
  const text = await snippet(page);
  const address = `https://cdn.jsdelivr.net/npm/leadership-audit@${sri.version}/leadership-audit.js`;
  assert.ok(text.startsWith(`<script type="module" src="${address}" integrity="${sri.files["leadership-audit.js"]}"`), text);
  assert.doesNotMatch(text, /embed\.html/, "no page is served from there");
  await page.getByRole("radio", { name: "iframe" }).check();
  await page.getByText("so a frame needs the files on your own site").waitFor();
  assert.equal(await page.locator("#snippet").isVisible(), false);
});

test("on a website the snippet uses that address; from a disk the page says that it has to be uploaded", async () => {
  const page = await site.open(site.address.replace("127.0.0.1", "coach.example"));
  await page.waitForFunction(() => document.querySelector("#snippet").value.includes("sha384-"));
  assert.match(await snippet(page), /^<script type="module" src="http:\/\/coach\.example:\d+\/leadership-audit\.js"/);
  await page.getByText("Without an address here, the snippet uses this page’s.").waitFor();
  const fromDisk = page.getByText("You’ve opened this page from your disk");
  assert.equal(await fromDisk.isVisible(), false);
  // The browser's own word on modules.
  delete page.faults;
  await page.goto(pathToFileURL(`${PROJECT}dist/index.html`).href);
  await fromDisk.waitFor();
});

test("documentation and source are linked where the build says that they are there", async () => {
  const page = await openBuilder(files);
  const links = () => page.locator("footer a:visible").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  assert.deepEqual(await links(), ["licences.txt"]);
  const source = "https://git.example/leadership-audit";
  for (const [more, expected] of [
    [{ docs: true, source }, ["licences.txt", "docs/index.html", source]],
    [{ source: "javascript:alert(1)" }, ["licences.txt"]],
  ]) {
    const sri = { ...(await (await fetch(`${files.address}sri.json`)).json()), ...more };
    const released = await files.serve({ pages: { "/sri.json": JSON.stringify(sri) } });
    await page.goto(released.address);
    await page.waitForFunction(() => document.querySelector("#snippet").value.includes("sha384-"));
    assert.deepEqual(await links(), expected);
  }
});

test("copying: to the clipboard, or by selection where there is none", async () => {
  const permissions = ["clipboard-read", "clipboard-write"];
  const page = await openBuilder(files, "", { permissions });
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
    await page.locator("#copied").getByText("It’s selected").waitFor();
    assert.equal(await page.evaluate(() => getSelection().toString()), await snippet(page));
  }
});

test("the event log shows what the page hears, newest first", async () => {
  const page = await openBuilder(files);
  await page.getByText("Events, and a test").click();
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
  const page = await openBuilder(files);
  await page.getByText("Events, and a test").click();
  const hostile = page.getByLabel("Show the preview on a page with aggressive styles");
  await hostile.check();
  assert.equal(
    await page.locator("#neighbour").evaluate((line) => getComputedStyle(line).fontSize),
    "40px",
  );
  await startAndAnswer(page, "45");
  await page.getByText("3 of 36").waitFor();
  await hostile.uncheck();
  assert.equal(await page.locator("#neighbour").isVisible(), false);
});
