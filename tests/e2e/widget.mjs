// The widget as a visitor meets it: a browser, a page, and the few things one does there.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import "./fonts.mjs";

export const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

export const INSTRUMENT = JSON.parse(
  readFileSync(new URL("../../dist/instruments/leadership-relationships.json", import.meta.url)),
);

/** Keys of everything that the widget may store. */
export const PREFIX = "leadership-audit:default:";

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Root needs the first; the rest keeps the browser from talking to anyone but the tests. */
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
  return chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...more] });
}

/** A visitor of their own, who waits half a minute for anything, however busy the machine is. */
export async function newContext(browser, options = {}) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(30_000);
  return context;
}

/** Opens the demo page and waits for the widget. Faults of the page end the test. */
export async function open(context, address) {
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") page.faults.push(message.text());
  });
  await page.goto(address);
  await page.locator("leadership-audit h2").first().waitFor();
  return page;
}

/** Everything that the page's localStorage holds. */
export function stored(page) {
  return page.evaluate(() => ({ ...localStorage }));
}

/** What has focus, through shadow roots: its tag and text. */
export function focused(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return `${element?.localName} ${element?.textContent?.trim()}`;
  });
}

/** Presses the button with this name by keyboard alone: Tab until it has focus, then Enter. */
export async function pressByKeyboard(page, name) {
  for (let presses = 0; (await focused(page)) !== `button ${name}`; presses++) {
    if (presses > 40) throw new Error(`"${name}" is not reached by Tab`);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
}

export function stem(page) {
  return page.locator("leadership-audit fieldset.item h2").textContent();
}

export async function pressButton(page, name) {
  await page.locator("leadership-audit").getByRole("button", { name, exact: true }).click();
}

/** Answers by digit keys from the item on screen; `digits` are "0" to "5". */
export async function answer(page, digits) {
  for (const digit of digits) {
    const heading = page.locator("leadership-audit h2");
    const before = await heading.textContent();
    await page.keyboard.press(digit);
    await heading.filter({ hasNotText: before }).waitFor();
  }
}

/** What the core, run natively, makes of a response sheet. */
export function nativeScore(sheet) {
  const command = ["run", "-q", "--no-default-features", "--example", "score"];
  const text = execFileSync("cargo", command, { cwd: PROJECT, input: JSON.stringify(sheet) });
  return JSON.parse(text);
}
