// Saved files opened again: checked before anything is stored, imported, compared.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isProgram, strictPolicy } from "./server.mjs";
import { useSite } from "./site.mjs";
import { FULL, audit, choose, finish, save, startAndAnswer, toKeep } from "./steps.mjs";
import { pressButton, stem, stored } from "./widget.mjs";

const site = useSite({ headers: { "content-security-policy": strictPolicy() } });

/** Takes the audit as a new visitor, to where a result is kept and opened. */
async function finished(digits) {
  const page = await site.open();
  await finish(page, digits);
  await toKeep(page);
  return page;
}

test("saved, imported in another browser, saved again: the same bytes", async () => {
  const first = await save(await finished(), "Save as a JSON file");
  const page = await finished("1".repeat(36));
  const before = await stored(page);
  await choose(page, "mine.json", first.bytes);
  await page.getByText("A result opened from mine.json").waitFor();
  await page.getByText("every score matches the file").waitFor();
  assert.deepEqual(await stored(page), before, "nothing is stored yet");
  await pressButton(page, "Keep this as my own result");
  await page.getByText("Imported.").waitFor();
  await pressButton(page, "Close");
  const second = await save(page, "Save as a JSON file");
  assert.ok(first.bytes.equals(second.bytes));
  await page.reload();
  await page.locator("leadership-audit h2").first().waitFor();
  await page.getByRole("button", { name: /^See your result/ }).click();
  await page.getByText("5847 to 70").first().waitFor();
});

test("a tampered file: every difference is shown, and the answers count", async () => {
  const page = await finished();
  const { bytes } = await save(page, "Save as a JSON file");
  const changed = JSON.parse(bytes);
  changed.scores.directions.up.score = 99;
  changed.finding = { ...changed.finding, kind: "weakest", directions: ["down"] };
  changed.mood = "fine";
  await choose(page, "changed.json", JSON.stringify(changed));
  await page.getByText("See each place").click();
  const rows = await page.locator("leadership-audit .hero tbody tr").allInnerTexts();
  assert.deepEqual(
    rows.map((row) => row.split(/\s+/)[0]),
    ["$.scores.directions.up.score", "$.finding.kind", "$.finding.directions[0]", "$.finding.directions[1]"],
  );
  assert.match(rows[0], /99\s+58\.3/);
  await page.getByText("Unknown fields were ignored (1): $.mood").waitFor();
});

test("unusable files are refused by name, and nothing changes", async () => {
  const page = await finished();
  const { bytes } = await save(page, "Save as a JSON file");
  const before = await stored(page);
  const other = JSON.parse(bytes);
  const cases = [
    ["{", "isn’t a JSON file, or is damaged"],
    ["[1]", "isn’t a result that this audit saved"],
    ['{"schema": "somebody/else", "version": 1}', "it is “somebody/else”"],
    [JSON.stringify({ ...other, version: 7 }), "was saved by a newer version"],
    [
      JSON.stringify({ ...other, responses: { "up-trust-1": 9 } }),
      "$.responses.up-trust-1: This is not an answer. Answers are the numbers from 1 to 5.",
    ],
    [
      JSON.stringify({ ...other, instrument: { ...other.instrument, id: "another" } }),
      "belongs to a different questionnaire",
    ],
    [" ".repeat(1024 * 1024 + 1), "is too large to be a result: 1,025 KiB"],
    [`{"a": "<img src=x onerror=alert(1)>", "b": ${"[".repeat(40)}`, "is damaged"],
    ["[".repeat(5000), "isn’t a JSON file, or is damaged"],
    [
      JSON.stringify({ ...other, responses: { "up-trust-1": "<img src=x onerror=alert(1)>" } }),
      "$.responses.up-trust-1: What belongs here: the number of an answer",
    ],
  ];
  for (const [content, message] of cases) {
    await choose(page, "odd.json", content);
    const chosen = page.locator("leadership-audit .chosen");
    await chosen.getByText(message).first().waitFor({ state: "attached" });
    assert.equal(await chosen.count(), 1, "it takes the place of the one before");
    assert.equal(await audit(page).locator("img").count(), 0, "markup is shown as text");
    assert.deepEqual(await stored(page), before);
  }
  await pressButton(page, "Close odd.json");
  assert.equal(await page.locator("leadership-audit .chosen").count(), 0);
  assert.deepEqual(await stored(page), before);
});

test("two results side by side: changes beyond the margins of error are named", async () => {
  const page = await finished();
  const { bytes } = await save(page, "Save as a JSON file");
  const earlier = JSON.parse(bytes);
  earlier.started_at = "2026-02-03T09:00:00Z";
  earlier.ended_at = "2026-02-03T09:06:00Z";
  for (const id of Object.keys(earlier.responses)) if (id.startsWith("up-")) earlier.responses[id] = 3;
  earlier.responses["up-trust-1"] = 1;
  await choose(page, "february.json", JSON.stringify(earlier));
  const beside = audit(page).getByLabel("Compare it with");
  await beside.selectOption({ index: 1 });
  const comparison = page.locator("leadership-audit .comparison");
  await comparison.getByText(/^From 3 February 2026 to /).waitFor();
  for (const row of [0, 1]) {
    await comparison.locator(".row").nth(row).getByText(/^No reliable change: \d+ points? apart/).waitFor();
  }

  const short = { ...earlier, instrument: { ...earlier.instrument, form: "short" } };
  short.responses = Object.fromEntries(
    Object.entries(earlier.responses).filter(([id]) => id.endsWith("-1")),
  );
  await pressButton(page, "Close");
  await choose(page, "short.json", JSON.stringify(short));
  await beside.selectOption({ index: 1 });
  await comparison.getByText("One is of the full form, the other of the short one").waitFor();
});

test("what the loader saved when the program could not run continues in another browser", async () => {
  const here = await site.newContext();
  let page = await site.open("", { context: here });
  await startAndAnswer(page, FULL.slice(0, 7));
  const next = await stem(page);
  site.server.behaviour.fault = (path) => isProgram(path) && { status: 404 };
  page = await here.newPage();
  await page.goto(site.address);
  const backup = await save(page, "Save everything stored here as a file");
  site.server.behaviour.fault = undefined;

  const there = await site.newContext();
  const other = await site.open("", { context: there });
  await pressButton(other, "Open a saved result");
  await other.getByRole("heading", { name: "What you saved before" }).waitFor();
  await choose(other, backup.name, backup.bytes);
  await other.getByText("7 answers in progress. 0 finished results.").waitFor();
  await pressButton(other, "Import this");
  await other.getByText("Imported.").waitFor();
  await pressButton(other, "Back");
  await pressButton(other, "Continue where you left off");
  assert.equal(await stem(other), next);
});

test("the answers as a table: a header, and a row for each item", async () => {
  const page = await finished();
  const { name, bytes } = await save(page, "Save the answers as a table");
  assert.match(name, /^leadership-audit-\d{4}-\d\d-\d\d\.csv$/);
  const rows = bytes.toString("utf8").trim().split("\r\n");
  assert.equal(rows.length, 37);
  assert.match(rows[1], /,up-trust-1,/);
});
