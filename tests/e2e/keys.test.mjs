// Keys: what is typed into the widget reaches no shortcut of the page, and which keys answer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isProgram } from "./server.mjs";
import { useSite } from "./site.mjs";
import { audit, onItem, start } from "./steps.mjs";
import { answer, pressButton, stem, storedAnswers } from "./widget.mjs";

const site = useSite();

/** A page that notes every key that it hears, and has a search that opens with "/" outside text fields. */
const SHORTCUTS = {
  head: `<script>
    window.heard = [];
    for (const type of ["keydown", "keypress", "keyup", "paste", "copy"]) {
      document.addEventListener(type, (event) => {
        const { target, key } = event;
        heard.push(key ? type + " " + key : type);
        const isField = /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable;
        if (isField || key !== "/") return;
        event.preventDefault();
        document.querySelector("#search").focus();
      });
    }
  </script>`,
  before: '<input id="search">',
};

const heard = (page) => page.evaluate(() => window.heard.splice(0));

test("text with a shortcut of the page in it is typed into every field", async () => {
  const page = await site.openHost({ ...SHORTCUTS, attributes: 'start="map"' });
  await pressButton(page, "Add someone");
  const name = audit(page).getByLabel("Initials or a role word", { exact: true });
  await heard(page);
  await name.click();
  await page.keyboard.type("HR/Finance");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  assert.equal(await name.inputValue(), "HR/Financ");
  assert.deepEqual(await heard(page), []);
});

test("the same in a field of several lines; what no field has a use for reaches the page", async () => {
  const page = await site.openHost({ ...SHORTCUTS, attributes: 'start="practice"' });
  const opener = audit(page).locator("textarea");
  await opener.fill("");
  await opener.focus();
  await heard(page);
  await page.keyboard.type("and/or");
  assert.equal(await opener.inputValue(), "and/or");
  assert.deepEqual(await heard(page), []);
  await page.keyboard.press("Escape");
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+b");
  assert.deepEqual(await heard(page), [
    ...["keydown Escape", "keyup Escape", "keydown F2", "keyup F2"],
    ...["keydown Control", "keydown b", "keyup b", "keyup Control"],
  ]);
});

test("what is copied from a field or pasted into one is no business of the page", async () => {
  const page = await site.openHost({ ...SHORTCUTS, attributes: 'start="map"' });
  await pressButton(page, "Add someone");
  const name = audit(page).getByLabel("Initials or a role word", { exact: true });
  await name.fill("K.");
  await name.selectText();
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Control+v");
  const events = await heard(page);
  assert.deepEqual(events.filter((event) => /paste|copy/.test(event)), []);
  assert.equal(await name.inputValue(), "K.");
});

test("keys that answer, choose or press end here; all others reach the page", async () => {
  const page = await site.openHost(SHORTCUTS);
  await page.getByLabel("3 minutes").check();
  await start(page);
  await heard(page);
  await answer(page, "45");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  const before = await stem(page);
  await page.keyboard.press("Enter");
  await audit(page).locator("h2").filter({ hasNotText: before }).waitFor();
  assert.deepEqual((await heard(page)).filter((event) => !/Tab/.test(event)), []);
  // The heading has no use for it, and the page acts on it.
  await page.keyboard.press("/");
  assert.deepEqual(await heard(page), ["keydown /", "keyup /"]);
  assert.equal(await page.evaluate(() => document.activeElement.id), "search");
});

test("a shortcut for the space bar or Enter does not take a button's press", async () => {
  const page = await site.openHost({
    head: `<script>
      document.addEventListener("keydown", (event) => {
        if (event.target.tagName !== "BUTTON" && /^( |Enter)$/.test(event.key)) event.preventDefault();
      });
    </script>`,
  });
  for (const key of ["Space", "Enter"]) {
    await audit(page).getByRole("button", { name: "Start" }).focus();
    await page.keyboard.press(key);
    await onItem(page);
    await page.reload();
    await audit(page).locator("h2").first().waitFor();
  }
});

test("the first screen keeps its keys before the program is there", async () => {
  site.server.behaviour.fault = (path) => (isProgram(path) ? { until: new Promise(() => {}) } : undefined);
  const page = await site.openHost(SHORTCUTS);
  await audit(page).getByLabel("3 minutes").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("/");
  assert.deepEqual(await heard(page), []);
  delete site.server.behaviour.fault;
});

/** Sends the events of one key, as a keyboard with this layout does. */
async function type(page, cdp, { key, code, modifiers = 0, autoRepeat = false }) {
  const text = key.length === 1 ? key : "";
  await cdp.send("Input.dispatchKeyEvent", { type: "keyDown", key, code, text, modifiers, autoRepeat });
  await cdp.send("Input.dispatchKeyEvent", { type: "keyUp", key, code, modifiers });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
}

const [ALT, CTRL, META, SHIFT] = [1, 2, 4, 8];

test("digits answer on every layout and in every script; what is no digit does not", async () => {
  const page = await site.openHost({});
  await start(page);
  const cdp = await page.context().newCDPSession(page);
  const given = async () => Object.keys(await storedAnswers(page)).length;
  for (const key of [
    { key: "#", code: "Digit3", modifiers: SHIFT },
    { key: "3", code: "Digit3", modifiers: CTRL },
    { key: "3", code: "Digit3", modifiers: ALT },
    { key: "3", code: "Digit3", modifiers: META },
    { key: "3", code: "Digit3", autoRepeat: true },
    { key: "Process", code: "Digit3" },
    { key: "ArrowDown", code: "Numpad2" },
    { key: "9", code: "Digit9" },
  ]) {
    await type(page, cdp, key);
    assert.equal(await given(), 0, JSON.stringify(key));
  }
  // An input method is composing.
  await audit(page).locator("h2").evaluate((heading) => {
    const options = { key: "3", code: "Digit3", isComposing: true, bubbles: true, composed: true };
    heading.dispatchEvent(new KeyboardEvent("keydown", options));
  });
  assert.equal(await given(), 0, "composing");
  let answers = 0;
  for (const key of [
    { key: "3", code: "Digit3" },
    { key: '"', code: "Digit3" },
    { key: "3", code: "Digit3", modifiers: SHIFT },
    { key: "4", code: "Numpad4" },
    { key: "٣", code: "Digit3" },
    { key: "۳", code: "" },
    { key: "३", code: "Digit3" },
    { key: "３", code: "" },
    { key: "à", code: "Digit0" },
  ]) {
    await type(page, cdp, key);
    assert.equal(await given(), ++answers, JSON.stringify(key));
  }
});

test("the hint at keys is for eyes alone: screen readers keep 1 to 6 for headings", async () => {
  const page = await site.openHost({});
  await start(page);
  const hint = audit(page).getByText("You can also press the number");
  assert.equal(await hint.isVisible(), true);
  assert.doesNotMatch(await audit(page).ariaSnapshot(), /press 1 to 5/);
});
