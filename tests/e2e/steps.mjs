// Steps of the walks through every screen.
import { pressButton } from "./widget.mjs";

export const DAY = 86_400_000;
export const MONDAY = Date.parse("2026-11-23T08:30:00Z");

export const audit = (page) => page.locator("leadership-audit");
export const heading = (page, name) => audit(page).getByRole("heading", { name }).first().waitFor();
export const says = (page, text) => audit(page).getByText(text).first().waitFor();
export const pick = (page, name) => audit(page).getByRole("radio", { name, exact: true }).check();
export const onItem = (page) => audit(page).locator("fieldset.item").waitFor();
export const onResults = (page) => audit(page).locator(".scores").first().waitFor();

export async function start(page, button = "Start") {
  await pressButton(page, button);
  await onItem(page);
}

export const openDetails = (page) =>
  page.evaluate(() => {
    const root = document.querySelector("leadership-audit").shadowRoot;
    for (const details of [...document.querySelectorAll("details"), ...root.querySelectorAll("details")])
      details.open = true;
  });

export async function describe(page, { name, kind, tie, talk }) {
  await audit(page).getByLabel("Initials or a role word", { exact: true }).fill(name);
  for (const choice of [kind, tie, talk]) await pick(page, choice);
  await pressButton(page, "Save");
}

export const PEER = { name: "K.", kind: "Peer", tie: "Tense", talk: "Longer ago" };
export const REPORT = { name: "D.", kind: "Direct report", tie: "Strong", talk: "This week" };

export async function choose(page, name, content) {
  const file = { name, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) };
  await audit(page).locator("input[type=file]").setInputFiles(file);
  await says(page, new RegExp(`^${name.replace(".", "\\.")}`));
}

/** What one walk keeps for its later steps. */
export const kept = new WeakMap();
