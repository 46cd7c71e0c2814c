// The preview of the builder: any screen at once, on made-up answers that touch nobody's own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, openBuilder, preview } from "./builder.mjs";
import { strictPolicy } from "./server.mjs";
import { useSite } from "./site.mjs";
import { audit, heading, onItem, onResults, startAndAnswer } from "./steps.mjs";
import { focused, stored } from "./widget.mjs";

// A questionnaire that was just made is fetched from the page itself.
const policy = strictPolicy().replace("connect-src 'self'", "connect-src 'self' blob:");
const site = useSite({ headers: { "content-security-policy": policy } });

const RESULT = "a result, with your link";
const KEEP = "saving, printing and sharing";

const inTab = (page) => page.evaluate(() => Object.keys(sessionStorage));

test("any screen shows at once, with the owner's link and button, and the made-up answers are named", async () => {
  const page = await openBuilder(site);
  const { length } = await page.evaluate(() => ({ length: history.length }));
  await choose(page, "#cta-href", "https://coach.example/book");
  await choose(page, "#cta-label", "Book a talk");
  await choose(page, "#share-label", "Share with Noor");
  const isMadeUp = () => page.getByText("These answers are made up").isVisible();
  await page.getByLabel("Preview of").focus();

  await preview(page, "a statement");
  await onItem(page);
  assert.equal(await isMadeUp(), false);
  await preview(page, RESULT);
  await onResults(page);
  await audit(page).getByRole("link", { name: "Book a talk" }).waitFor();
  assert.equal(await isMadeUp(), true);
  await choose(page, "#cta-label", "Come and see me");
  await audit(page).getByRole("link", { name: "Come and see me" }).waitFor();
  await page.getByLabel("Preview of").focus();
  await preview(page, KEEP);
  await audit(page).getByRole("button", { name: "Share with Noor" }).waitFor();
  assert.equal(await isMadeUp(), true);
  await preview(page, "the act for this week");
  await audit(page).getByLabel("With whom?", { exact: true }).waitFor();
  await preview(page, "asking others");
  await heading(page, "How do others see it?");
  assert.equal(await isMadeUp(), false);
  await preview(page, "a fault");
  await audit(page).getByText("For the website’s owner").waitFor();
  assert.match(await focused(page), /^select /, "nothing in the preview takes the focus");
  await preview(page, "the start, as visitors meet it");
  await heading(page, "How well do your working relationships hold up?");
  assert.equal(await audit(page).count(), 1);
  assert.equal(await page.evaluate(() => history.length), length, "and none of it is a step for Back");
});

test("a visitor's own audit on that site stays as it was, and nothing of the sample is left", async () => {
  const page = await openBuilder(site);
  await startAndAnswer(page, "452");
  const own = await stored(page);
  assert.ok(Object.keys(own).length >= 3);
  await preview(page, RESULT);
  await onResults(page);
  assert.deepEqual(await stored(page), own);
  assert.ok((await inTab(page)).every((key) => key.startsWith("leadership-audit:builder-preview")));
  await preview(page, KEEP);
  await audit(page).getByRole("button", { name: "Print, or save as PDF" }).waitFor();
  await preview(page, "the start, as visitors meet it");
  await audit(page).getByText("3 of 36 answered.").waitFor();
  await page.waitForFunction(() => sessionStorage.length === 0);
  await preview(page, RESULT);
  await onResults(page);
  await page.reload();
  await audit(page).getByText("3 of 36 answered.").waitFor();
  assert.deepEqual(await inTab(page), []);
  assert.deepEqual(await stored(page), own);
});

test("the sample follows the form and the questionnaire that are chosen", async () => {
  const page = await openBuilder(site);
  await preview(page, RESULT);
  await onResults(page);
  const steps = () => audit(page).locator(".grid .square").count();
  const before = await steps();
  assert.ok(before > 3);
  await page.locator("#own-file").setInputFiles({
    name: "work-habits.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("Scale;Statement\nFocus;I know what matters most.\nFocus;I start with it.\nMeetings;I end when the work is done.\n"),
  });
  await page.locator("#own-verdict").getByText("is ready").waitFor();
  await page.waitForFunction(() => {
    const root = document.querySelector("#stage leadership-audit").shadowRoot;
    return root.querySelector(".results")?.textContent.includes("Focus");
  });
  await choose(page, "#form", "short");
  await page.waitForFunction(() => !document.querySelector("#stage").ariaBusy);
  await onResults(page);
});

test("choosing quickly ends on what was chosen last", async () => {
  const page = await openBuilder(site);
  for (const screen of [RESULT, KEEP, RESULT, "a statement", KEEP]) {
    await page.getByLabel("Preview of").selectOption({ label: screen });
  }
  await audit(page).getByRole("button", { name: "Print, or save as PDF" }).waitFor();
  await page.waitForTimeout(300);
  assert.equal(await audit(page).count(), 1);
  const audits = new Set((await inTab(page)).map((key) => key.split(":")[1]));
  assert.equal(audits.size, 1, [...audits].join(" "));
});

test("where nothing can be stored, the page says that it has no sample", async () => {
  const page = await openBuilder(site, "", {
    init: () => Object.defineProperty(window, "sessionStorage", { get: () => { throw new Error("blocked"); } }),
  });
  await preview(page, RESULT);
  await page.getByText("The made-up answers couldn’t be written in this browser").waitFor();
  assert.equal(await page.getByText("These answers are made up").isVisible(), false);
  assert.equal(await audit(page).count(), 1);
});

test("as wide as a phone, or as the page", async () => {
  const page = await openBuilder(site, "", { viewport: { width: 1280, height: 800 } });
  const width = () => audit(page).evaluate((widget) => widget.getBoundingClientRect().width);
  assert.ok((await width()) > 600);
  await page.getByRole("radio", { name: "Phone" }).check();
  assert.equal(await width(), 360);
  await page.getByRole("radio", { name: "Wide" }).check();
  assert.ok((await width()) > 600);
});

test("the whole way by keyboard: a screen, a width, a colour, a link, and the snippet in the clipboard", async () => {
  const page = await openBuilder(site, "", { permissions: ["clipboard-read", "clipboard-write"] });
  const focus = () => page.evaluate(() => document.activeElement.id || document.activeElement.value);
  const tabTo = async (id) => {
    for (let presses = 0; (await focus()) !== id; presses++) {
      assert.ok(presses < 40, `${id} is not reached`);
      await page.keyboard.press("Tab");
    }
  };
  await tabTo("screen");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await onResults(page);
  await tabTo("wide");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.locator("#stage.phone").count(), 1);
  await tabTo("accent");
  await page.keyboard.type("#b4532a");
  await tabTo("cta-href");
  await page.keyboard.type("calendly.com/noor");
  await tabTo("cta-label");
  await page.keyboard.type("Book a talk");
  await audit(page).getByRole("link", { name: "Book a talk" }).waitFor();
  assert.equal(await focus(), "cta-label", "what changes in the preview takes no focus");
  await tabTo("plain");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await tabTo("copy");
  await page.keyboard.press("Enter");
  await page.locator("#copied").getByText("Copied.").waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /^<script src="[^"]+embed-height\.js"><\/script>\n<iframe [^]+accent=%23b4532a/);
});
