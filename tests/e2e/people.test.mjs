// The people around the visitor, by keyboard too, and the support circle.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hostPage, strictPolicy } from "./server.mjs";
import { useSite } from "./site.mjs";
import { MONDAY, PEER, REPORT, audit, crowd, describe, heading, pick, placed } from "./steps.mjs";
import { focused, pressButton, setTime } from "./widget.mjs";

/** Pages of sites whose owners let visitors begin elsewhere than at the audit. */
const pages = Object.fromEntries(
  ["welcome", "map", "circle", "practice"].map((start) => [
    `/${start}`,
    hostPage({ bare: true, attributes: `start="${start}"` }),
  ]),
);
const site = useSite({ pages, headers: { "content-security-policy": strictPolicy() } });

/** The heading of the people around the visitor. */
const HEADING = "The people who matter most to your work";

/** Opens a page at a moment, as a new visitor unless a context is given. */
async function at(moment, path = "", { context, ...options } = {}) {
  const visitor = context ?? (await site.newContext(options));
  await setTime(visitor, moment);
  return site.open(path, { context: visitor });
}

test("the people by keyboard alone: described, moved, removed and undone", async () => {
  const page = await at(MONDAY, "map");
  await heading(page, HEADING);
  assert.match(await focused(page), /^body/, "nothing takes focus on load");
  const press = async (name) => {
    await audit(page).getByRole("button", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
  };
  const opens = async (name) => {
    await audit(page).locator("summary", { hasText: name }).focus();
    await page.keyboard.press("Enter");
  };
  for (const person of [PEER, REPORT]) {
    await press("Add someone");
    assert.equal(await focused(page), "h2 Add someone");
    await page.keyboard.press("Tab");
    await page.keyboard.type(person.name);
    for (const choice of [person.kind, person.tie, person.talk]) {
      await audit(page).getByRole("radio", { name: choice, exact: true }).focus();
      await page.keyboard.press("Space");
    }
    await press("Save");
    await heading(page, HEADING);
  }
  const names = (place) => audit(page).locator(`.${place} strong`).allTextContents();
  const lists = async () => [await names("across"), await names("down")];
  assert.deepEqual(await lists(), [["K."], ["D."]]);
  await opens("D.");
  await press("Move to Across");
  assert.deepEqual(await lists(), [["K.", "D."], []], "the tense one comes first");
  assert.equal(await focused(page), "button Undo", "the row is gone from where it was");
  await opens("K.");
  await press("Remove K. from the map");
  assert.deepEqual(await lists(), [["D."], []]);
  await page.getByText("Removed from the map.").waitFor();
  await press("Undo");
  await press("Undo");
  assert.deepEqual(await lists(), [["K."], ["D."]]);
  await page.getByText("Beside you, each tie is marked tense or neglected.").waitFor();
  await page.reload();
  await audit(page).locator(".people strong").first().waitFor();
  assert.deepEqual(await lists(), [["K."], ["D."]]);
  await press("Go to the audit");
  await audit(page).getByRole("button", { name: "Start" }).waitFor();
});

test("fifteen people take at most twenty tab stops, and no name is cut", async () => {
  const context = await site.newContext({ viewport: { width: 360, height: 740 } });
  await context.addInitScript(placed, crowd(15));
  const page = await at(MONDAY, "map", { context });
  await heading(page, HEADING);
  assert.equal(await audit(page).locator(".people li").count(), 15);
  const stops = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    if (/^(body|html|undefined)/.test(stop)) break;
    stops.push(stop);
    assert.ok(stops.length <= 20, stops.join("\n"));
  }
  assert.equal(stops.filter((stop) => stop.startsWith("summary")).length, 15);
  for (const name of await audit(page).locator(".people strong").all()) {
    const cut = await name.evaluate((one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight + 1);
    assert.ok(!cut, await name.textContent());
  }
  // Opening one closes the one before it.
  for (const index of [0, 7]) {
    await audit(page).locator(".people summary").nth(index).focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(
      (index) =>
        [...document.querySelector("leadership-audit").shadowRoot.querySelectorAll(".people details")].every(
          ({ open }, at) => open === (at === index),
        ),
      index,
    );
  }
});

test("somebody who was only named is placed with one press", async () => {
  const page = await at(MONDAY, "map");
  for (const name of ["A.", "B."]) {
    await pressButton(page, "Add someone");
    await audit(page).getByLabel("Initials or a role word", { exact: true }).fill(name);
    await pressButton(page, "Save");
    await heading(page, HEADING);
  }
  await heading(page, "Not placed yet");
  const where = (name) => audit(page).getByRole("group", { name: `Where is ${name}, seen from you?` });
  await where("A.").getByRole("button", { name: "Up" }).click();
  await where("B.").getByRole("button", { name: "Outside" }).click();
  assert.deepEqual(await audit(page).locator(".up strong, .outside strong").allTextContents(), ["A.", "B."]);
  assert.equal(await audit(page).getByRole("heading", { name: "Not placed yet" }).count(), 0);
});

test("the support circle: kept across a reload, and a signpost where nobody is in it", async () => {
  const page = await at(MONDAY, "circle");
  await heading(page, "Who do you think aloud with?");
  await pick(page, "Nobody at the moment");
  await audit(page).locator(".signpost").waitFor();
  await pick(page, "Two or more");
  assert.equal(await audit(page).locator(".signpost").count(), 0);
  await audit(page).locator("fieldset", { hasText: "Does what you say there stay there?" }).getByRole("radio", { name: "Yes" }).check();
  await page.reload();
  await heading(page, "Who do you think aloud with?");
  assert.ok(await audit(page).getByRole("radio", { name: "Two or more" }).isChecked());
});

test("a map without an audit is one step from the welcome screen", async () => {
  const page = await at(MONDAY, "map");
  await pressButton(page, "Add someone");
  await describe(page, PEER);
  await pressButton(page, "Go to the audit");
  await pressButton(page, "Map your relationships");
  await heading(page, HEADING);
});
