// Dates by the clock of then: a result of a winter night, looked at in summer, wherever a date is shown or named.
import assert from "node:assert/strict";
import { test } from "node:test";
import { strictPolicy } from "./server.mjs";
import { useSite } from "./site.mjs";
import { SHORT, audit, catchPaper, finishShort, printed, save, says, toKeep } from "./steps.mjs";
import { answer, pressButton, setTime } from "./widget.mjs";

const site = useSite({ headers: { "content-security-policy": strictPolicy() } });

/** Half past eleven at night in winter, which is the next day in summer time. */
const NIGHTS = [
  ["Europe/Berlin", "2026-01-15T22:30:00Z", "15 January 2026", "2026-01-15"],
  ["America/St_Johns", "2026-01-16T03:00:00Z", "15 January 2026", "2026-01-15"],
];

for (const [timezoneId, then, day, iso] of NIGHTS) {
  test(`${timezoneId}: a result of a winter night keeps its day in summer`, async () => {
    const context = await site.newContext({ timezoneId, permissions: ["clipboard-read", "clipboard-write"] });
    await context.addInitScript(catchPaper);
    let page = await context.newPage();
    await setTime(page, new Date(then));
    await page.goto(site.address);
    await finishShort(page);
    await toKeep(page);
    await audit(page).getByLabel("Keep earlier results in this browser").check();
    await page.close();

    page = await context.newPage();
    await setTime(page, new Date("2026-07-10T10:00:00Z"));
    await page.goto(site.address);
    await pressButton(page, `See your result from ${day}`);
    await says(page, day);
    await toKeep(page);
    const file = await save(page, "Save as a JSON file");
    assert.ok(file.name.startsWith(`leadership-audit-${iso}`), file.name);
    const { title, text } = await printed(page, "Print, or save as PDF");
    assert.ok(title.includes(iso), title);
    assert.ok(text.includes(day), text.slice(0, 300));
    // Beside a later one, in the list and in the comparison.
    await pressButton(page, "Back");
    await pressButton(page, "Back to the start");
    await pressButton(page, "Take it again");
    await answer(page, SHORT);
    await toKeep(page);
    await says(page, `${day}, short form`);
    for (const box of await audit(page).locator(".results input").all()) await box.check();
    await says(page, `From ${day} to 10 July 2026`);
  });
}

test("a browser that says UTC gets a calendar entry without a zone, and a sentence that says to check", async () => {
  for (const [timezoneId, hidden] of [["UTC", true], ["Europe/Berlin", false]]) {
    const page = await site.open("embed.html?start=practice", { timezoneId });
    await audit(page).getByLabel("With whom?").fill("K.");
    await pressButton(page, "Save for this week");
    await pressButton(page, "Keep a rhythm");
    const { text } = await save(page, "Save for the calendar");
    assert.match(text, hidden ? /\r\nDTSTART:\d{8}T090000\r\n/ : /\r\nDTSTART;TZID=Europe\/Berlin:\d{8}T090000\r\n/);
    assert.equal(text.includes("TZ"), !hidden);
    assert.equal(await audit(page).getByText("This browser gives its time as UTC.").count(), hidden ? 1 : 0);
  }
});
