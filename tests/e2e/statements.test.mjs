// The statements that owners are asked for: the keys that docs/coach/cookies.md lists, and how the accessibility report is made.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { criteria, verdict } from "../../xtask/generate/openacr.mjs";
import { useSite } from "./site.mjs";
import { SHORT, audit, startAndAnswer, toKeep } from "./steps.mjs";
import { PREFIX, PROJECT, answer, stored } from "./widget.mjs";

const site = useSite();
const read = (path) => readFileSync(`${PROJECT}${path}`, "utf8");

test("every key that an audit leaves is one of those in cookies.md", async () => {
  const rows = read("docs/coach/cookies.md").split("\n").filter((line) => /^\| `/.test(line));
  const listed = rows.flatMap((row) => [...row.split("|")[1].matchAll(/`([^`]+)`/g)].map(([, key]) => key));
  const isListed = (key) => listed.some((name) => (name.endsWith("…") ? key.startsWith(name.slice(0, -1)) : key === name));
  const page = await site.open();
  assert.deepEqual(await stored(page), {});
  await audit(page).getByLabel("3 minutes").check();
  await startAndAnswer(page, SHORT.slice(0, 2));
  const midway = Object.keys(await stored(page));
  await answer(page, SHORT.slice(2));
  await toKeep(page);
  await audit(page).getByLabel("Keep earlier results in this browser").check();
  const keys = [...midway, ...Object.keys(await stored(page))];
  assert.ok(keys.every((key) => key.startsWith(PREFIX)) && keys.length > 7, String(keys));
  const names = keys.map((key) => key.slice(PREFIX.length));
  assert.deepEqual(names.filter((name) => !isListed(name)), []);
  assert.ok(!isListed("later"), "the table has no key for everything");
});

test("the accessibility report: supported only after a review, and without a screen reader it says so", () => {
  const row = (cells) => verdict(criteria(`| ${cells.join(" | ")} |`)[0]);
  const automated = row(["2.1.1 Keyboard", "A", "yes", "keyboard, Tab", "Met."]);
  assert.deepEqual(automated, { level: "not-evaluated", notes: "Automated tests find it met. Not reviewed yet." });
  const reviewed = row(["1.3.1 Info and Relationships", "A", "yes", "trees, axe", "Met. Tables have heads."]);
  assert.equal(reviewed.level, "supports");
  assert.match(reviewed.notes, /^Tables have heads\. .+ Not checked with a screen reader\.$/);
  const absent = row(["1.4.2 Audio Control", "A", "no: no sound", "looking", "–"]);
  assert.deepEqual(absent, { level: "not-applicable", notes: "No sound." });
  const owners = row(["2.4.1 Bypass Blocks", "A", "the owner’s page", "trees", "The widget begins with a heading."]);
  assert.deepEqual(owners, { level: "not-applicable", notes: "The owner’s page. The widget begins with a heading." });
  for (const each of criteria(read("docs/accessibility.md"))) {
    const { level } = verdict(each);
    if (level === "supports") assert.ok(each.checks.some((check) => ["looking", "trees"].includes(check)), each.number);
  }
});
