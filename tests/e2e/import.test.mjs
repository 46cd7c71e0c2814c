// Saved files brought back: judged before anything is stored, taken in, compared.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { serve, strictPolicy } from "./server.mjs";
import { answer, launch, newContext, open, pressButton, stem, stored } from "./widget.mjs";

let browser;
let server;

before(async () => {
  server = await serve({ headers: { "content-security-policy": strictPolicy() } });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const DIGITS = [..."252433254352124324215324454535445540"];

async function toKeep(page) {
  await page.locator("leadership-audit .scores").waitFor();
  await pressButton(page, "Keep or delete this result");
  await page.getByRole("heading", { name: "Open a saved result" }).waitFor();
}

async function finish(context, digits = DIGITS) {
  const page = await open(context, server.address);
  await pressButton(page, "Start");
  await answer(page, digits);
  await toKeep(page);
  return page;
}

/** Presses a button that saves a file, and gives back its bytes. */
async function save(page, name) {
  const [file] = await Promise.all([page.waitForEvent("download"), pressButton(page, name)]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

function choose(page, name, content) {
  const file = { name, mimeType: "application/json", buffer: Buffer.from(content) };
  return page.locator("leadership-audit input[type=file]").setInputFiles(file);
}

test("saved, taken in by another browser, saved again: the same bytes", async () => {
  const here = await newContext(browser);
  const first = await save(await finish(here), "Save as a JSON file");
  await here.close();

  const there = await newContext(browser);
  const page = await finish(there, [..."1".repeat(36)]);
  const before = await stored(page);
  await choose(page, "mine.json", first.bytes);
  await page.getByText("mine.json: a result of").waitFor();
  await page.getByText("Every score in the file matches its answers").waitFor();
  assert.deepEqual(await stored(page), before, "nothing is stored yet");
  await pressButton(page, "Show this result here");
  await page.getByText("Imported.").waitFor();
  const second = await save(page, "Save as a JSON file");
  assert.ok(first.bytes.equals(second.bytes));
  await page.reload();
  await page.locator("leadership-audit h2").first().waitFor();
  await page.getByRole("button", { name: /^See your result/ }).click();
  await page.getByText("58, margin 44 to 73").first().waitFor();
  await there.close();
});

test("a file that was changed: every difference is shown, and the answers count", async () => {
  const context = await newContext(browser);
  const page = await finish(context);
  const { bytes } = await save(page, "Save as a JSON file");
  const changed = JSON.parse(bytes);
  changed.scores.directions.up.score = 99;
  changed.finding = { kind: "weakest", directions: ["down"] };
  changed.mood = "fine";
  await choose(page, "changed.json", JSON.stringify(changed));
  await page.getByText("See each place").click();
  const rows = await page.locator("leadership-audit .chosen tbody tr").allInnerTexts();
  assert.deepEqual(
    rows.map((row) => row.split(/\s+/)[0]),
    ["$.scores.directions.up.score", "$.finding.kind", "$.finding.directions[0]", "$.finding.directions[1]", "$.finding.directions[2]"],
  );
  assert.match(rows[0], /99\s+58\.3/);
  await page.getByText("Not known to this page, and ignored (1): $.mood").waitFor();
  await context.close();
});

test("files that do not fit are refused by name, and nothing changes", async () => {
  const context = await newContext(browser);
  const page = await finish(context);
  const { bytes } = await save(page, "Save as a JSON file");
  const before = await stored(page);
  const other = JSON.parse(bytes);
  const cases = [
    ["{", "is not a JSON file, or is damaged"],
    ["[1]", "is not a result that this audit saved"],
    ['{"schema": "somebody/else", "version": 1}', 'is "somebody/else"'],
    [JSON.stringify({ ...other, version: 7 }), "was saved by a newer version"],
    [
      JSON.stringify({ ...other, responses: { "up-trust-1": 9 } }),
      "$.responses.up-trust-1: is not a response: 1, 2, 3, 4 or 5",
    ],
    [
      JSON.stringify({ ...other, instrument: { ...other.instrument, id: "another" } }),
      "answers a different questionnaire",
    ],
    [" ".repeat(1024 * 1024 + 1), "is too large to be a result: 1025 KiB"],
    [`{"a": "${"<img src=x onerror=alert(1)>"}", "b": ${"[".repeat(40)}`, "is damaged"],
  ];
  for (const [content, message] of cases) {
    await choose(page, "odd.json", content);
    await page.locator("leadership-audit .chosen").getByText(message).first().waitFor();
  }
  await pressButton(page, "Close the file");
  assert.equal(await page.locator("leadership-audit .chosen").count(), 0);
  assert.deepEqual(await stored(page), before);
  assert.deepEqual(page.faults, []);
  await context.close();
});

test("two results side by side: what changed by more than error is said", async () => {
  const context = await newContext(browser);
  const page = await finish(context);
  const { bytes } = await save(page, "Save as a JSON file");
  const earlier = JSON.parse(bytes);
  earlier.started_at = "2026-02-03T09:00:00Z";
  earlier.ended_at = "2026-02-03T09:06:00Z";
  for (const id of Object.keys(earlier.responses)) if (id.startsWith("up-")) earlier.responses[id] = 3;
  earlier.responses["up-trust-1"] = 1;
  await choose(page, "february.json", JSON.stringify(earlier));
  await page.getByText("february.json: a result of").waitFor();
  for (const box of await page.locator("leadership-audit .results input").all()) await box.check();
  const comparison = page.locator("leadership-audit .comparison");
  await comparison.getByText(/^From 3 February 2026 to /).waitFor();
  await comparison.getByText("Up: no reliable change.").waitFor();
  await comparison.getByText("Across: no reliable change.").waitFor();

  const short = { ...earlier, instrument: { ...earlier.instrument, form: "short" } };
  short.responses = Object.fromEntries(
    Object.entries(earlier.responses).filter(([id]) => id.endsWith("-1")),
  );
  await choose(page, "short.json", JSON.stringify(short));
  await page.getByText("short.json: a result of").waitFor();
  for (const box of await page.locator("leadership-audit .results input").all()) await box.check();
  await comparison.getByText("One is of the full form, the other of the short one").waitFor();
  await context.close();
});

test("what the loader saved when the program could not run is gone on with elsewhere", async () => {
  const here = await newContext(browser);
  let page = await open(here, server.address);
  await pressButton(page, "Start");
  await answer(page, DIGITS.slice(0, 7));
  const next = await stem(page);
  server.behaviour.fault = (path) => path.endsWith("widget_bg.wasm") && { status: 404 };
  page = await here.newPage();
  await page.goto(server.address);
  const backup = await save(page, "Save everything stored here as a file");
  server.behaviour.fault = undefined;
  await here.close();

  const there = await newContext(browser);
  const other = await open(there, server.address);
  await pressButton(other, "Open a saved result");
  await other.getByRole("heading", { name: "What you saved before" }).waitFor();
  await choose(other, backup.name, backup.bytes);
  await other.getByText("7 answers in progress, 0 finished results").waitFor();
  await pressButton(other, "Import this");
  await other.getByText("Imported.").waitFor();
  await pressButton(other, "Back");
  await pressButton(other, "Continue where you stopped");
  assert.equal(await stem(other), next);
  await there.close();
});

test("the answers as a table: what a spreadsheet shows is what was answered", async () => {
  const context = await newContext(browser);
  const page = await finish(context);
  const { name, bytes } = await save(page, "Save the answers as a table");
  assert.match(name, /^leadership-audit-\d{4}-\d\d-\d\d\.csv$/);
  const rows = bytes.toString("utf8").trim().split("\r\n");
  assert.equal(rows.length, 37);
  assert.match(rows[1], /,up-trust-1,/);
  await context.close();
});
