// From a score to a practice: a map, an act, a calendar entry, and the week after.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { serve, strictPolicy } from "./server.mjs";
import { DAY, MONDAY, PEER, REPORT, audit, describe, heading, pick } from "./steps.mjs";
import { PREFIX, answer, focused, launch, newContext, open, pressButton, stored } from "./widget.mjs";

const DIGITS = [..."252433254352124324215324454535445540"];

let browser;
let server;

/** A page of a site whose owner wants visitors to begin here. */
function startingAt(start) {
  const tag = `<leadership-audit start="${start}" loading="eager"></leadership-audit>`;
  const script = '<script type="module" src="/leadership-audit.js"></script>';
  return `<!doctype html><html lang="en"><title>A coach</title><main><h1>A coach</h1>${script}${tag}</main></html>`;
}

before(async () => {
  const pages = Object.fromEntries(
    ["map", "circle", "practice"].map((start) => [`/${start}`, startingAt(start)]),
  );
  server = await serve({ pages, headers: { "content-security-policy": strictPolicy() } });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const fill = (page, label, text) => audit(page).getByLabel(label, { exact: true }).fill(text);

async function at(context, moment, path = "") {
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") page.faults.push(message.text());
  });
  await page.clock.setSystemTime(moment);
  await page.goto(server.address + path);
  await audit(page).locator("h2").first().waitFor();
  return page;
}

async function save(page, name) {
  const [file] = await Promise.all([page.waitForEvent("download"), pressButton(page, name)]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

/** From the results, or the start of the part, to a plan. */
async function plan(page, person = PEER) {
  await describe(page, person);
  await heading(page, "One act this week");
  await pressButton(page, "Take this on");
  await heading(page, "Keep a rhythm");
}

test("from a finished audit to a calendar entry and a saved opener in ten presses and one word", async () => {
  const context = await newContext(browser, { timezoneId: "Europe/Berlin" });
  const page = await at(context, MONDAY);
  await pressButton(page, "Start");
  await answer(page, DIGITS);
  await page.evaluate(() => {
    window.presses = 0;
    addEventListener("click", () => window.presses++, true);
  });
  await pressButton(page, "Choose an act for this week");
  await plan(page);
  const entry = await save(page, "Save for the calendar");
  // A click on a label is one press and two events at most.
  assert.ok((await page.evaluate(() => window.presses)) <= 2 * 10);

  assert.equal(entry.name, "leadership-practice.ics");
  assert.ok(entry.text.includes("SUMMARY:30 minutes with K.\r\n"), entry.text);
  assert.ok(entry.text.includes("DTSTART;TZID=Europe/Berlin:20261124T090000\r\n"), entry.text);
  assert.ok(!/Peer|Tense|tense|finance|audit of/i.test(entry.text.replace(/PRODID.*/, "")));

  const records = await stored(page);
  const kept = JSON.parse(records[`${PREFIX}practice:plan`]);
  assert.equal(kept.act, "own_part");
  assert.ok(kept.opener.length > 20);
  assert.deepEqual(page.faults, []);
  await context.close();
});

test("a week later the visitor is met where they left off, and the log grows without blame", async () => {
  const context = await newContext(browser);
  let page = await at(context, MONDAY, "practice");
  await heading(page, "Someone new on the map");
  await plan(page);
  await page.close();

  page = await at(context, MONDAY + 3 * DAY, "practice");
  await heading(page, "This week: Own your part, with K.");
  await page.close();

  page = await at(context, MONDAY + 7 * DAY);
  await pressButton(page, "Continue with this week’s act");
  await heading(page, "Welcome back");
  await page.getByText("Last time you chose: Own your part, with K.").waitFor();
  await pressButton(page, "Repeat");
  assert.match(await focused(page), /^input/, "what is missing is where focus goes");
  await pick(page, "In part");
  await fill(page, "What did you notice?", "It was quieter than I feared.");
  await pressButton(page, "Repeat");
  await heading(page, "This week: Own your part, with K.");
  await page.getByText(/30 November 2026: Own your part, with K\. In part\./).waitFor();
  await page.close();

  // Five weeks without a visit: the same question, and nothing is counted.
  page = await at(context, MONDAY + 44 * DAY, "practice");
  await heading(page, "Welcome back");
  await page.getByText("It has been a little while, and that is fine.").waitFor();
  const said = await audit(page).innerText();
  assert.ok(!/missed|overdue|weeks ago|streak/i.test(said), said);
  await pick(page, "Yes");
  await pressButton(page, "Choose the next");
  await heading(page, "One act this week");
  await context.close();
});

test("twelve weeks later the audit is offered again, and shows what changed since", async () => {
  const context = await newContext(browser);
  let page = await at(context, MONDAY);
  await pressButton(page, "Start");
  await answer(page, DIGITS);
  await pressButton(page, "Choose an act for this week");
  await describe(page, PEER);
  await page.getByText("a copy of the result you have today is kept").waitFor();
  await pressButton(page, "Take this on");
  await heading(page, "Keep a rhythm");
  await page.close();

  page = await at(context, MONDAY + 3 * DAY, "practice");
  await page.getByText("A copy of your result of 23 November 2026 is kept").waitFor();
  await pressButton(page, "Delete the copy");
  await page.getByText("The copy of your result is deleted.").waitFor();
  assert.ok(!JSON.parse((await stored(page))[`${PREFIX}practice:loop`]).document);
  await pressButton(page, "Undo");
  await page.getByText("A copy of your result of 23 November 2026 is kept").waitFor();
  await page.close();

  page = await at(context, MONDAY + 85 * DAY, "practice");
  await pick(page, "Yes");
  await pressButton(page, "Choose the next");
  await page.getByText("Twelve weeks have gone by since you began.").waitFor();
  await pressButton(page, "Take the audit");
  await pressButton(page, "Take it again");
  await answer(page, [..."5".repeat(36)]);
  await pressButton(page, "Choose an act for this week");
  await heading(page, "Since you began");
  await page.getByText(/^From 23 November 2026 to 16 February 2027/).waitFor();
  await page.getByText(/^Up: (no reliable change|higher)/).waitFor();
  await pressButton(page, "Continue from the newer result");
  await audit(page).getByRole("heading", { name: "Since you began" }).waitFor({ state: "detached" });
  await context.close();
});

test("the map: described, moved, changed and taken back by keyboard alone", async () => {
  const context = await newContext(browser);
  const page = await at(context, MONDAY, "map");
  await heading(page, "The people who matter most to your work");
  assert.match(await focused(page), /^body/, "nothing takes focus on load");
  const press = async (name) => {
    await audit(page).getByRole("button", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
  };
  for (const person of [PEER, REPORT]) {
    await press("Add someone");
    assert.equal(await focused(page), "h2 Someone new on the map");
    await page.keyboard.press("Tab");
    await page.keyboard.type(person.name);
    for (const choice of [person.kind, person.tie, person.talk]) {
      await audit(page).getByRole("radio", { name: choice, exact: true }).focus();
      await page.keyboard.press("Space");
    }
    await press("Save");
    await heading(page, "The people who matter most to your work");
  }
  const names = () => audit(page).locator(".people strong").allTextContents();
  assert.deepEqual(await names(), ["K.", "D."]);
  await press("Move D. up");
  assert.deepEqual(await names(), ["D.", "K."]);
  await press("Take off the map: K.");
  assert.deepEqual(await names(), ["D."]);
  await page.getByText("Taken off the map.").waitFor();
  await press("Undo");
  await press("Undo");
  assert.deepEqual(await names(), ["K.", "D."]);
  await page.getByText("Beside you, each tie is marked tense or neglected.").waitFor();
  assert.equal(await audit(page).locator(".relationships g rect").count(), 2);
  await page.reload();
  await audit(page).locator(".people strong").first().waitFor();
  assert.deepEqual(await names(), ["K.", "D."]);
  await press("Go to the audit");
  await audit(page).getByRole("button", { name: "Start" }).waitFor();
  assert.deepEqual(page.faults, []);
  await context.close();
});

test("the support circle: a paragraph for what is there, and a kind word where nobody is", async () => {
  const context = await newContext(browser);
  const page = await at(context, MONDAY, "circle");
  await heading(page, "Who do you think aloud with?");
  await pick(page, "Nobody at the moment");
  await audit(page).locator(".signpost").waitFor();
  await pick(page, "Two or more");
  assert.equal(await audit(page).locator(".signpost").count(), 0);
  await audit(page).locator("fieldset", { hasText: "Does what you say there stay there?" }).getByRole("radio", { name: "Yes" }).check();
  await page.reload();
  await heading(page, "Who do you think aloud with?");
  assert.ok(await audit(page).getByRole("radio", { name: "Two or more" }).isChecked());
  await context.close();
});

test("the practice leaves in a file only if it is ticked, and comes back elsewhere", async () => {
  const here = await newContext(browser);
  let page = await at(here, MONDAY);
  await pressButton(page, "Start");
  await answer(page, DIGITS);
  await pressButton(page, "Choose an act for this week");
  await plan(page);
  await pressButton(page, "Back to your result");
  await pressButton(page, "Keep or delete this result");
  const plain = await save(page, "Save as a JSON file");
  assert.ok(!("practice" in JSON.parse(plain.text)));
  const unticked = await save(page, "Save as a JSON file with what is ticked");
  assert.equal(unticked.text, plain.text);
  await audit(page).getByLabel("My relationship map").check();
  await audit(page).getByLabel(/^My plan/).check();
  const ticked = await save(page, "Save as a JSON file with what is ticked");
  assert.equal(JSON.parse(ticked.text).practice.map[0].name, "K.");
  await here.close();

  const there = await newContext(browser);
  page = await at(there, MONDAY + DAY);
  await pressButton(page, "Start");
  await answer(page, DIGITS);
  await pressButton(page, "Keep or delete this result");
  const file = { name: "mine.json", mimeType: "application/json", buffer: Buffer.from(ticked.text) };
  await audit(page).locator("input[type=file]").setInputFiles(file);
  await pressButton(page, "Import the notes in it");
  await page.getByText("The notes from the file are here now.").waitFor();
  assert.match(await focused(page), /^button Show this result here/, "the button is gone, not focus");
  await pressButton(page, "Back");
  await pressButton(page, "Choose an act for this week");
  await heading(page, "This week: Own your part, with K.");
  await there.close();
});

test("the plan is printed on one page, of either size, with room to look back", async () => {
  const context = await newContext(browser);
  await context.addInitScript(() => {
    window.print = () => {
      const sheets = [...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]);
      const style = sheets.map(({ cssText }) => cssText).join("\n");
      window.parent.paper = { markup: document.documentElement.outerHTML, style };
    };
  });
  const page = await at(context, MONDAY, "practice");
  await describe(page, PEER);
  const long = "A line that goes on about what happened between us. ".repeat(11);
  await fill(page, "How you might begin", long);
  await fill(page, "When …", "the Monday meeting ends");
  await fill(page, "… I will …", "ask for ten minutes");
  await page.getByText("When the Monday meeting ends, I will ask for ten minutes.").waitFor();
  await pressButton(page, "Take this on");
  await pressButton(page, "Choose an act for this week");
  await pressButton(page, "Print the plan on one page");
  await page.waitForFunction(() => window.paper !== undefined);
  const { markup, style } = await page.evaluate(() => window.paper);
  const paper = await (await newContext(browser)).newPage();
  await paper.setContent(markup);
  await paper.addStyleTag({ content: style });
  const text = await paper.locator("body").innerText();
  for (const part of ["K", "Own your part", long.trim(), "When the Monday meeting ends", "Did it happen?"]) {
    assert.ok(text.includes(part), part);
  }
  for (const format of ["A4", "Letter"]) {
    const pdf = await paper.pdf({ format, printBackground: true });
    assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length, 1, format);
  }
  await paper.close();
  await context.close();
});

test("two tabs share a practice; deleting everything takes it along, and undo brings it back", async () => {
  const context = await newContext(browser);
  const one = await at(context, MONDAY, "map");
  const two = await at(context, MONDAY, "map");
  await pressButton(one, "Add someone");
  await describe(one, PEER);
  await two.getByText("Peer · Across · Tense").waitFor();
  // A page that is not in front is drawn, and pressed, once a second at best.
  await two.bringToFront();
  await pressButton(two, "Add someone");
  await describe(two, REPORT);
  await one.bringToFront();
  await one.getByText("Direct report · Down · Strong").waitFor();

  await pressButton(one, "Go to the audit");
  await pressButton(one, "Delete everything");
  await pressButton(one, "Yes, delete");
  await one.getByText("Everything is deleted.").waitFor();
  await two.getByText("Everything was deleted in another tab.").waitFor();
  assert.ok(!Object.keys(await stored(one)).some((key) => key.includes("practice")));
  await pressButton(one, "Undo");
  assert.ok(Object.keys(await stored(one)).some((key) => key.includes("practice:relationship")));
  await context.close();
});

test("a practice of a newer version is shown as far as it can be read, and nothing is written over it", async () => {
  const context = await newContext(browser);
  let page = await at(context, MONDAY, "map");
  await pressButton(page, "Add someone");
  await describe(page, PEER);
  const newer = '{"version":2,"clock":99,"writer":7,"mood":"sunny"}';
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [`${PREFIX}practice:circle`, newer]);
  const before = await stored(page);
  await page.close();

  page = await at(context, MONDAY, "map");
  await page.getByText("This page is older than your saved answers").waitFor();
  await page.getByText("stays on this page and is gone when you close it").first().waitFor();
  await page.getByText("Peer · Across · Tense").waitFor();
  await pressButton(page, "Add someone");
  await describe(page, REPORT);
  await page.getByText("Direct report · Down · Strong").waitFor();
  assert.deepEqual(await stored(page), before);
  await context.close();
});

test("notes that are damaged are set aside with a word about it, and cost no other", async () => {
  const context = await newContext(browser);
  let page = await at(context, MONDAY, "map");
  await pressButton(page, "Add someone");
  await describe(page, PEER);
  await page.evaluate((key) => localStorage.setItem(key, "{"), `${PREFIX}practice:circle`);
  await page.close();

  page = await at(context, MONDAY, "map");
  await page.getByText("Part of what was stored could not be read.").waitFor();
  await page.getByText("Peer · Across · Tense").waitFor();
  const records = await stored(page);
  assert.equal(records[`${PREFIX}practice:circle`], undefined);
  assert.ok(Object.values(records).includes("{"), "it is still there, out of the way");
  await context.close();
});

test("where nothing can be stored the practice lasts as long as the page", async () => {
  const context = await newContext(browser);
  await context.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });
  const page = await at(context, MONDAY, "map");
  await pressButton(page, "Add someone");
  await describe(page, PEER);
  await page.getByText("stays on this page and is gone when you close it").first().waitFor();
  await pressButton(page, "Go to the audit");
  await context.close();
});

test("the longest name fits the narrowest phone", async () => {
  const context = await newContext(browser, { viewport: { width: 320, height: 640 } });
  const page = await at(context, MONDAY, "map");
  const fits = async (screen) => {
    await heading(page, screen);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 320, `${screen}: ${width} px`);
  };
  await pressButton(page, "Add someone");
  await describe(page, { ...PEER, name: "W".repeat(40) });
  await fits("The people who matter most to your work");
  await audit(page).getByRole("button", { name: "Choose an act with" }).first().click();
  await fits("One act this week");
  await pressButton(page, "Take this on");
  await fits("Keep a rhythm");
  await context.close();
});

test("a map that was begun before any audit is one step from the welcome screen", async () => {
  const context = await newContext(browser);
  const page = await at(context, MONDAY, "map");
  await pressButton(page, "Add someone");
  await describe(page, PEER);
  await pressButton(page, "Go to the audit");
  await pressButton(page, "Map your relationships");
  await heading(page, "The people who matter most to your work");
  await context.close();
});
