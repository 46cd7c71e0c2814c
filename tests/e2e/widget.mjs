// The widget in a browser, and what a visitor does with one control at a time.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import "./fonts.mjs";

export const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

export const INSTRUMENT = JSON.parse(
  readFileSync(new URL("../../dist/instruments/leadership-relationships.json", import.meta.url)),
);

/** The prefix of every key that the widget may store. */
export const PREFIX = "leadership-audit:default:";

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Chromium without windows, which takes half the time, where it is installed. */
const SHELL = process.env.HEADLESS_SHELL ?? "/usr/bin/chromium-headless-shell";

/** Root needs the first; the others keep the browser from contacting anything but the tests. */
export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launch(...more) {
  return chromium.launch({ executablePath: existsSync(SHELL) ? SHELL : CHROMIUM, args: [...FLAGS, ...more] });
}

/** Chromium as visitors have it: for what is measured. */
export function launchWhole() {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** A new visitor, who waits half a minute for anything, however busy the machine is. */
export async function newContext(browser, options = {}) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(30_000);
  return context;
}

/** Collects the uncaught errors and the console errors of a page in its `faults`, and warnings in its `warnings`. */
export function noteFaults(page) {
  page.faults = [];
  page.warnings = [];
  page.on("pageerror", (error) => page.faults?.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") page.faults?.push(message.text());
    if (message.type() === "warning") page.warnings.push(message.text());
  });
}

/** Opens a page and waits for the widget, or for its message that it failed. Faults are noted. */
export async function open(context, address) {
  const page = await context.newPage();
  noteFaults(page);
  await page.goto(address);
  await page.locator("leadership-audit :is(h2, [role=alert])").first().waitFor();
  return page;
}

/** Everything in the page's localStorage. */
export function stored(page) {
  return page.evaluate(() => ({ ...localStorage }));
}

/** The stored values of the answers, by item. */
export async function storedAnswers(page, audit = "default") {
  const prefix = `leadership-audit:${audit}:answer:`;
  const records = Object.entries(await stored(page)).filter(([key]) => key.startsWith(prefix));
  return Object.fromEntries(records.map(([key, text]) => [key.slice(prefix.length), JSON.parse(text).value]));
}

/** The tag and text of the element that has focus, looked up through shadow roots. */
export function focused(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    // A way on is named by its title; what it is for follows.
    const named = element?.querySelector(":scope > span > strong") ?? element;
    return `${element?.localName} ${named?.textContent?.trim()}`;
  });
}

/** Presses the button with this name by keyboard alone: Tab until it has focus, then Enter. */
export async function pressByKeyboard(page, name) {
  for (let presses = 0; (await focused(page)) !== `button ${name}`; presses++) {
    if (presses > 40) throw new Error(`Tab does not reach "${name}"`);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
}

/** The statement on screen. */
export function stem(page) {
  return page.locator("leadership-audit fieldset.item h2").textContent();
}

/** Presses the button with this name, or the way on with this title. */
export async function pressButton(page, name) {
  const widget = page.locator("leadership-audit");
  const title = page.locator("strong").getByText(name, { exact: true });
  const way = widget.locator("button.way").filter({ has: title });
  await described(page, `“${name}” can’t be pressed`, () => widget.getByRole("button", { name, exact: true }).or(way).click());
}

/** Does something that waits, and says what is on screen and where focus is if it waited in vain. */
async function described(page, failure, act) {
  try {
    await act();
  } catch (error) {
    const widget = page.locator("leadership-audit").first();
    const read = ({ shadowRoot }) => [...shadowRoot.querySelectorAll("h2, p, button, label")].map(({ innerText }) => innerText).join(" | ");
    const shown = await widget.evaluate(read, undefined, { timeout: 1000 }).catch((other) => `nothing: ${other.message}`);
    throw new Error(`${failure}. Focus is on “${await focused(page)}”. On screen is: ${shown}`, { cause: error });
  }
}

/** Answers by digit keys from the item on screen; `digits` are "0" to "5", as a text or a list. */
export async function answer(page, digits) {
  for (const digit of digits) {
    const heading = page.locator("leadership-audit h2");
    const before = await heading.textContent();
    await page.keyboard.press(digit);
    await described(page, `${digit} answers nothing`, () => heading.filter({ hasNotText: before }).waitFor());
  }
}

/**
 * Sets what `Date` says in a page, or in every page of a context, now and whenever one is loaded. Timers run on: the driver's own clock replaces them too,
 * and under load a page on it has been seen to stand still.
 */
export async function setTime(visitor, moment) {
  const shift = (moment) => {
    const Real = (globalThis.RealDate ??= Date);
    const ahead = moment - Real.now();
    globalThis.Date = class Date extends Real {
      constructor(...given) {
        super(...(given.length ? given : [Real.now() + ahead]));
      }
      static now() {
        return Real.now() + ahead;
      }
    };
  };
  await visitor.addInitScript(shift, Number(moment));
  for (const page of visitor.pages?.() ?? [visitor]) await page.evaluate(shift, Number(moment));
}

/** Makes every look at the clock take 20 ms, as on a slow device. Runs in a page: a program that divides its work by the clock then stops after each piece. */
export function slowClock() {
  const { now } = Date;
  let passed = 0;
  Date.now = () => now() + (passed += 20);
}

/** The value of the custom property `--leadership-audit-…` on the element. */
export function token(page, name) {
  return page.evaluate(
    (name) => getComputedStyle(document.querySelector("leadership-audit")).getPropertyValue(`--leadership-audit-${name}`),
    name,
  );
}

/** The scores of a response sheet, computed by the native core. Built as the native tests are, so that nothing is compiled twice. */
export function nativeScore(sheet) {
  const command = ["build", "-q", "--workspace", "--features", "records/schema", "--example", "score"];
  execFileSync("cargo", command, { cwd: PROJECT });
  const program = join(PROJECT, process.env.CARGO_TARGET_DIR ?? "target", "debug/examples/score");
  return JSON.parse(execFileSync(program, { input: JSON.stringify(sheet) }));
}
