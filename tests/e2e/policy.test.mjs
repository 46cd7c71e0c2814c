// The whole audit under the strict policy, from the page's own origin and from another: no violation, no
// unexpected request, no cookie, and nothing stored before the first answer.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { hostPage, strictPolicy } from "./server.mjs";
import { useSite } from "./site.mjs";
import {
  SHORT,
  audit,
  catchPaper,
  choose,
  deleteEverything,
  hear,
  heard,
  isReady,
  onResults,
  save,
  says,
  settled,
  start,
  startAndAnswer,
  toKeep,
} from "./steps.mjs";
import { PREFIX, PROJECT, answer, pressButton, stored } from "./widget.mjs";
import { text } from "./words.mjs";

const site = useSite();

const strictPage = (script) =>
  hostPage({ bare: true, attributes: 'share-label="Share with Noor"' }).replace("/leadership-audit.js", script);

/** The files that the element fetches at once. */
const AT_ONCE = [".js", "-widget_bg.wasm", "-words.en.txt"];
/** What is fetched after the first answer, whatever it is. */
const LATER = [
  "-words.en.results.txt",
  "-results.wasm",
  "-results-rounds.wasm",
  "-words.en.followup.txt",
  "-followup.wasm",
  "-followup-reader.wasm",
  "-reader.wasm",
];

const CASES = [
  ["from the page's own origin", false],
  ["from another origin", true],
];

for (const [name, elsewhere] of CASES) {
  test(`the whole walk under the strict policy, ${name}`, async () => {
    const cookies = [];
    const files = await site.serve({
      headers: { "access-control-allow-origin": "*", "set-cookie": "files=1" },
      request: ({ headers }) => cookies.push(headers.cookie),
    });
    const origin = files.address.slice(0, -1);
    const host = elsewhere ? await site.serve() : files;
    host.behaviour.pages = { "/host": strictPage(`${elsewhere ? origin : ""}/leadership-audit.js`) };
    host.behaviour.headers = {
      ...host.behaviour.headers,
      "content-security-policy": elsewhere ? strictPolicy(origin) : strictPolicy(),
      "set-cookie": "host=1",
    };

    const context = await site.newContext();
    const requests = [];
    context.on("request", (request) => requests.push(request.url()));
    await context.addInitScript(hear);
    await context.addInitScript(catchPaper);
    await context.addInitScript(() => {
      window.violations = [];
      addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
        window.violations.push(`${violatedDirective} ${blockedURI}`),
      );
    });
    const page = await site.open(`${host.address}host`, { context });
    await isReady(page);
    const { length } = requests;

    await page.getByText("What happens to my answers").click();
    await page.getByLabel("3 minutes").check();
    await start(page);
    assert.deepEqual(await stored(page), {}, "nothing is stored before the first answer");
    await answer(page, SHORT);
    await toKeep(page);
    assert.ok(Object.keys(await stored(page)).every((key) => key.startsWith(PREFIX)));
    assert.equal(await page.evaluate(() => sessionStorage.length), 0);

    const file = await save(page, "Save as a JSON file");
    assert.equal(JSON.parse(file.text).schema, "leadership-audit/result");
    await pressButton(page, "Print, or save as PDF");
    await page.waitForFunction(() => window.heard.some(([what, { format }]) => what === "exported" && format === "print"));
    await pressButton(page, "Copy a summary");
    await says(page, "The text is on the clipboard");
    await pressButton(page, "Share with Noor");
    assert.deepEqual((await heard(page, "shared")).map(({ schema }) => schema), ["leadership-audit/result"]);
    await deleteEverything(page);
    await says(page, "Everything is deleted.");

    assert.deepEqual(await page.evaluate(() => window.violations), []);
    assert.deepEqual(page.warnings, []);
    const beside = (name) => `${files.address}leadership-audit${name}`;
    const first = requests.slice(0, length).filter((url) => !url.endsWith("/favicon.ico"));
    assert.deepEqual(first.sort(), [`${host.address}host`, ...AT_ONCE.map(beside)].sort());
    const later = requests.slice(length).filter((url) => !/^blob:|\/favicon\.ico$/.test(url));
    assert.deepEqual(later.sort(), LATER.map(beside).sort());
    if (elsewhere) assert.deepEqual(new Set(cookies), new Set([undefined]), "no cookie is sent elsewhere");
    assert.deepEqual((await context.cookies()).map(({ name }) => name), ["host"], "the widget sets no cookie");
  });
}

test("the program is fetched without the visitor's cookies, from the page's own origin too", async () => {
  const sent = {};
  const server = await site.serve({
    pages: { "/host": hostPage() },
    headers: { "set-cookie": "visitor=1; Path=/" },
    request: ({ url, headers }) => {
      sent[url] = headers.cookie;
    },
  });
  const context = await site.newContext();
  await context.addCookies([{ name: "visitor", value: "1", url: server.address }]);
  const page = await site.open(`${server.address}host`, { context });
  await start(page);
  assert.equal(sent["/host"], "visitor=1", "the browser has a cookie to send");
  await page.keyboard.press("5");
  await page.waitForFunction(() => localStorage.length > 0);
  for (const name of ["widget_bg.wasm", "words.en.txt", "words.en.results.txt", "results.wasm"]) {
    const path = `/leadership-audit-${name}`;
    assert.ok(path in sent, path);
    assert.equal(sent[path], undefined, path);
  }
});

test("after load only files beside the loader are requested, the same whatever is answered", async () => {
  for (const digits of ["12345".repeat(7) + "1", "1".repeat(36), "0".repeat(36)]) {
    const context = await site.newContext();
    const hosts = new Set();
    context.on("request", (request) => hosts.add(new URL(request.url()).origin));
    const page = await site.open("", { context });
    const { length } = site.server.asked;
    await startAndAnswer(page, digits);
    await says(page, "How this was made");
    // Where nothing applies there is nothing to draw, and the screen says so.
    const applies = !digits.startsWith("0");
    assert.equal(await page.locator("leadership-audit .plot circle.dot").count(), applies ? 3 : 0);
    if (!applies) await says(page, text("results.finding_not_enough"));
    await toKeep(page);
    const expected = LATER.filter((name) => name !== "-reader.wasm").map((name) => `/leadership-audit${name}`);
    // Some are asked for together, and arrive in any order.
    assert.deepEqual(site.server.asked.slice(length).sort(), expected.sort());
    assert.deepEqual([...hosts], [new URL(site.address).origin]);
  }
});

test("each file is fetched at the step that PRIVACY.md names, and not before", async () => {
  let { length } = site.server.asked;
  const page = await site.open();
  const seen = new Set();
  const fetches = async (expected, step) => {
    await settled(page);
    const files = site.server.asked.slice(length).filter((path) => path.startsWith("/leadership-audit"));
    length = site.server.asked.length;
    for (const file of files) seen.add(file);
    assert.deepEqual(files.sort(), expected.map((name) => `/leadership-audit${name}`).sort(), step);
  };
  await fetches(AT_ONCE, "the widget is in view");
  await audit(page).getByLabel("3 minutes").check();
  await start(page);
  await fetches(["-results.wasm", "-results-rounds.wasm", "-words.en.results.txt"], "the first statement shows");
  await answer(page, SHORT);
  await onResults(page);
  await fetches([], "finished");
  await toKeep(page);
  const follows = ["-followup.wasm", "-followup-reader.wasm", "-words.en.followup.txt"];
  await fetches(follows, "where results are kept");
  const { bytes } = await save(page, "Save as a JSON file");
  await fetches([], "saved");
  await choose(page, "mine.json", bytes);
  const opened = ["-imports.wasm", "-imports-rounds.wasm", "-questionnaire.wasm", "-reader.wasm", "-words.en.imports.txt"];
  await fetches(opened, "a saved file is opened");
  await page.reload();
  await page.getByRole("button", { name: /^See your result/ }).waitFor();
  await fetches([...AT_ONCE, "-reader.wasm", "-followup-reader.wasm"], "something is stored already");
  await pressButton(page, text("audit.open_part[round]"));
  await audit(page).getByRole("button", { name: text("round.begin_asking") }).waitFor();
  const asked = ["-rounds.wasm", "-imports-rounds.wasm", "-results.wasm", "-results-rounds.wasm"];
  await fetches([...asked, "-words.en.results.txt", "-words.en.rounds.txt"], "others are asked");
  await audit(page).getByRole("button", { name: text("round.got_heading") }).click();
  await fetches(["-outcomes.wasm"], "a message is to be pasted");

  const document = readFileSync(`${PROJECT}PRIVACY.md`, "utf8");
  // That of the builder's page is for owners.
  const programs = readdirSync(`${PROJECT}dist`).filter((name) => /^(?!.*builder).*\.wasm$/.test(name));
  for (const name of programs) {
    assert.ok(seen.has(`/${name}`), name);
    assert.ok(document.includes(name.replace("leadership-audit", "`…")), `${name} in PRIVACY.md`);
  }
});
