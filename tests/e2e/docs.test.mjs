// Every block of the documents that a browser, a compiler or a schema can judge does what its document says. What can be
// judged nowhere says so in a comment above it, and those that are run elsewhere name where.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { blocks, blocksOf, documents } from "./blocks.mjs";
import { useSite } from "./site.mjs";
import { SHORT, onItem, onResults, start } from "./steps.mjs";
import { DIST, SHARED, folder, page, visit } from "./web.mjs";
import { INSTRUMENT, PROJECT, answer, noteFaults } from "./widget.mjs";

const site = useSite();
const read = (path) => readFileSync(join(PROJECT, path), "utf8");
const { version, files } = JSON.parse(read("dist/sri.json"));
const MANIFEST = JSON.parse(read("custom-elements.json")).modules[0].declarations[0];
const PAGE = "https://www.example.com/page";

/** Languages whose blocks are judged below; the rest is output and formats in words. */
const JUDGED = ["html", "css", "js", "ts", "json", "sh", "po"];
const WORDS = ["", "text"];

test("every block has a language that is judged, or says where it is run", (context) => {
  for (const { place, language, notRun } of blocks()) {
    if (notRun) context.diagnostic(`${place}: ${notRun}`);
    assert.ok(notRun || JUDGED.includes(language) || WORDS.includes(language), `${place}: nothing judges ${language}`);
    const [named] = /tests\/[\w./-]+/.exec(notRun ?? "") ?? [];
    assert.ok(!named || existsSync(join(PROJECT, named)), `${place}: there is no ${named}`);
  }
});

/** The files of the audit as every folder that the documents name, and a questionnaire beside them. */
const audit = [`/leadership-audit-${version}/`, `/leadership-audit/${version}/`].map((mount) => folder(DIST, mount, SHARED));
const questionnaire = (path) =>
  path.endsWith(".json") ? { json: { ...INSTRUMENT, id: "mine", title: "Mine" }, headers: SHARED } : undefined;

const pinned = (text) => text.replaceAll("sha384-…", files["leadership-audit.js"]);

/** Opens a page of a coach's site with this in its body. */
async function openPage(text, more = {}, options) {
  const context = await site.newContext(options);
  const body = page(pinned(text));
  const missing = await visit(context, {
    ...more,
    "https://www.example.com": [(path) => (path === "/page" ? body : undefined), ...audit, questionnaire],
    "*": [...(more["*"] ?? []), ...audit, questionnaire],
  });
  const opened = await context.newPage();
  noteFaults(site.watch(opened));
  await opened.goto(PAGE);
  return { opened, missing };
}

/** The custom properties that a text sets on the element. */
function tokens(text) {
  const found = decodeURIComponent(text.replaceAll("%", "%25").replace(/%25([\da-f]{2})/gi, "%$1"));
  return [...found.matchAll(/(--leadership-audit-[\w-]+):\s*([^;}"]+)/g)].map(([, name, value]) => [name, value.trim()]);
}

const setOn = (element, names) =>
  element.evaluate((it, names) => names.map((name) => getComputedStyle(it).getPropertyValue(name)), names);

async function applies(text, element) {
  const set = tokens(text);
  assert.deepEqual(await setOn(element, set.map(([name]) => name)), set.map(([, value]) => value));
}

/** The tag in a page: it runs, with what it sets, to its link at the end. */
async function judgeTag({ text, place }) {
  const { opened, missing } = await openPage(text);
  const element = opened.locator("leadership-audit");
  await start(opened);
  await applies(text, element);
  const [, href] = /cta-href="([^"]+)"/.exec(text) ?? [];
  if (href) {
    assert.match(text, /form="short"/, `${place}: the test answers the short form`);
    await answer(opened, SHORT);
    await onResults(opened);
    const [, label] = /cta-label="([^"]+)"/.exec(text);
    assert.equal(await element.getByRole("link", { name: label }).getAttribute("href"), href);
  }
  assert.deepEqual(missing, []);
}

/** A frame: it runs, and where a script is with it, is given another height. */
async function judgeFrame({ text, place }) {
  const { opened, missing } = await openPage(text);
  const frame = opened.frameLocator("iframe");
  await frame.getByRole("button", { name: "Start" }).click();
  await frame.locator("fieldset.item").waitFor();
  const { searchParams } = new URL(/<iframe[^>]*\ssrc="([^"]+)"/.exec(text)[1].replaceAll("&amp;", "&"));
  if (searchParams.get("form") === "short") await frame.getByText("1 of 18").waitFor();
  if (/<script/.test(text)) {
    const [, height] = /<iframe[^>]*\sheight="(\d+)"/.exec(text);
    await opened.waitForFunction((height) => document.querySelector("iframe").height !== height, height);
  }
  assert.deepEqual(missing, [], place);
}

/** The element's opening tag alone goes into embed.html; pages that it names are sent each screen's height. */
async function judgeInEmbed({ text, place }) {
  const edited = page(read("embed.html").replace("<leadership-audit>", text.trim()));
  const at = `https://example.com/leadership-audit/${version}/embed.html`;
  const heard = `<script>heights = new Set(); addEventListener("message", ({ data }) => heights.add(data.height))</script>`;
  const own = [(path) => (path.endsWith("/embed.html") ? edited : undefined)];
  const { opened } = await openPage(`${heard}<iframe src="${at}" width="600" height="300"></iframe>`, { "*": own });
  const frame = opened.frameLocator("iframe");
  await frame.getByRole("button", { name: "Start" }).click();
  await frame.locator("fieldset.item").waitFor();
  assert.match(text, /data-pages="[^"]*https:\/\/www\.example\.com/, `${place}: what it does is not judged`);
  await opened.waitForFunction(() => heights.size > 1);
}

/** A link to preload a questionnaire: with the element, one request. */
async function judgePreload({ text }) {
  const [, href] = /href="([^"]+)"/.exec(text);
  let asked = 0;
  const count = (path) => void (asked += Number(href.endsWith(path)));
  const tag = `<script type="module" src="https://www.example.com/leadership-audit-${version}/leadership-audit.js"></script>
    <leadership-audit src="${href}"></leadership-audit>`;
  const { opened } = await openPage(text + tag, { "*": [count] });
  await start(opened);
  assert.equal(asked, 1);
}

function judge(block) {
  const { text } = block;
  if (/<iframe/.test(text)) return judgeFrame(block);
  if (/<\/leadership-audit>/.test(text)) return judgeTag(block);
  if (/<leadership-audit/.test(text)) return judgeInEmbed(block);
  if (/rel="preload"/.test(text)) return judgePreload(block);
  throw new Error(`${block.place}: nothing says what it does`);
}

for (const block of blocks("html").filter(({ notRun }) => !notRun)) {
  test(`${block.place}: the page does what it says`, () => judge(block));
}

test("of a snippet for coaches, a site that takes the tags out leaves a sentence with a link that works", async () => {
  const snippets = blocks("html").filter(({ file, notRun }) => file.startsWith("docs/coach/") && !notRun);
  assert.ok(snippets.length > 4);
  for (const { place, text } of snippets) {
    assert.doesNotMatch(text, /<(script|style)\b[^>]*>[^<]/, `${place}: code inside a tag`);
    const left = text.replace(/<\/?(?!p\b|a\b|\/)[a-z-]+[^>]*>/g, "");
    const { opened, missing } = await openPage(left);
    const words = (await opened.locator("body").innerText()).trim();
    assert.match(words, /^(The self-assessment belongs here\. If it|If the self-assessment) doesn’t appear(| here), open it on a page of its own\.$/);
    const link = opened.getByRole("link", { name: "open it on a page of its own" });
    const response = await opened.goto(await link.getAttribute("href"));
    assert.equal(response.status(), 200, place);
    assert.deepEqual(missing, [], place);
  }
});

for (const { place, text } of blocks("css")) {
  test(`${place}: properties and parts are the element's, and apply`, async () => {
    const tag = `<script type="module" src="/leadership-audit-${version}/leadership-audit.js"></script>
      <style>${text}</style><leadership-audit></leadership-audit>`;
    const { opened } = await openPage(tag);
    await opened.locator("leadership-audit h2").waitFor();
    await applies(text, opened.locator("leadership-audit"));
    const known = MANIFEST.cssProperties.map(({ name }) => name);
    for (const [name] of tokens(text)) assert.ok(known.includes(name), name);
    const parts = [...text.matchAll(/::part\(([\w-]+)\)/g)].map(([, part]) => part);
    for (const part of parts) assert.ok(MANIFEST.cssParts.some(({ name }) => name === part), part);
    // A browser drops what it does not understand.
    const declared = text.match(/[\w-]+\s*:(?!:)/g).length;
    const kept = await opened.evaluate(() =>
      [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]).reduce((sum, { style }) => sum + style.length, 0),
    );
    assert.equal(kept, declared);
  });
}

for (const { place, text } of blocks("js")) {
  test(`${place}: the program runs`, async () => {
    const imports = { "leadership-audit": `/leadership-audit-${version}/leadership-audit.js` };
    const { opened } = await openPage(`<script type="importmap">${JSON.stringify({ imports })}</script>
      <script type="module">${text}</script>`);
    const said = opened.waitForEvent("console", (message) => message.type() === "log");
    await start(opened);
    await answer(opened, SHORT);
    assert.match((await said).text(), /^\d+$/);
  });
}

const SCHEMA = JSON.parse(read("schema/questionnaire.v1.json"));

for (const { place, text } of blocks("json")) {
  test(`${place}: a translation as the schema of questionnaires has it`, () => {
    const judge = new Ajv({ strict: false, validateFormats: false }).compile(SCHEMA.properties.translations.items);
    assert.ok(judge(JSON.parse(text)), JSON.stringify(judge.errors));
  });
}

/** The command lines of a block, without comments, each with where it is. */
function commandLines({ place, text }) {
  const joined = text.replace(/\\\n|\|\n/g, "| ");
  return joined.split("\n").map((line) => [place, line.replace(/\s#.*/, "")]);
}

function judgeCargo(place, line) {
  const flags = read("xtask/src/flags.rs");
  const [, verb] = /cargo xtask (\w+)/.exec(line) ?? [];
  if (verb) {
    assert.match(flags, new RegExp(`cmd ${verb} \\{`), `${place}: ${verb}`);
    for (const [, option] of line.matchAll(/ (--[\w-]+)/g)) {
      assert.match(flags, new RegExp(`(optional|repeated) (-\\w, )?${option}\\b`), `${place}: ${option}`);
    }
  }
  const [, crate] = /(?:-p|--package) (\w+)/.exec(line) ?? [];
  const home = crate ? `crates/${crate}` : ".";
  assert.ok(existsSync(join(PROJECT, home, "Cargo.toml")), `${place}: ${crate}`);
  const [, example] = /--example (\w+)/.exec(line) ?? [];
  const places = [home, "."].map((at) => join(PROJECT, at, "examples", `${example}.rs`));
  if (example) assert.ok(places.some((source) => existsSync(source)), `${place}: ${example}`);
}

test("commands are there, and so are the files of the project that they name", () => {
  const found = blocks("sh");
  for (const { place, text } of found) {
    for (const [path] of text.matchAll(/\b(content|crates|dist|docs|schema|tests|xtask)\/[\w./-]+/g)) {
      assert.ok(existsSync(join(PROJECT, path)), `${place}: there is no ${path}`);
    }
  }
  const lines = found.filter(({ notRun }) => !notRun).flatMap(commandLines);
  assert.ok(lines.length > 10);
  for (const [place, line] of lines.filter(([, line]) => line)) {
    assert.match(line, /^(cargo|node|echo) /, `${place}: what is “${line}”?`);
    if (/cargo/.test(line)) judgeCargo(place, line);
  }
});

for (const { place, text } of blocks("po")) {
  test(`${place}: an entry as English has it`, () => {
    const english = read("content/en/messages.po").split("\n");
    for (const line of text.split("\n")) {
      assert.ok(english.includes(line) || /^msgstr(\[\d\])? ""$/.test(line), line);
    }
  });
}

test("a document is read with its blocks", () => {
  const text = "- a\n\n  <!-- Not run here: why -->\n  ```html\n  <p>\n    x\n  ```\n\n```\nout\n```\n";
  const read = blocksOf("a.md", text).map(({ place, language, text, notRun }) => [place, language, text, notRun]);
  assert.deepEqual(read, [
    ["a.md:4", "html", "<p>\n  x", "why"],
    ["a.md:9", "", "out", undefined],
  ]);
  assert.ok(documents().includes("docs/coach/start.md"));
});
