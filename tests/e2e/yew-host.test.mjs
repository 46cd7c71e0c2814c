// A host page that is itself a Yew app. Yew finds the handlers of an event by numbers that it stores on elements,
// and two apps number alike: an event in one must not reach handlers of the other.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { useSite } from "./site.mjs";

/** Our own program as another Yew app: under another element name, with Yew's usual property names. */
function hostApp() {
  const loader = readFileSync(new URL("../../dist/leadership-audit.js", import.meta.url), "utf8");
  return loader.replaceAll("__leadership_audit_", "__yew_").replaceAll('"leadership-audit"', '"yew-host"');
}

const site = useSite({
  pages: {
    "/yew-host.js": hostApp(),
    "/host": `<!doctype html><html lang="en"><title>A Yew app</title>
<script type="module" src="/yew-host.js"></script>
<script type="module" src="/leadership-audit.js"></script>
<yew-host audit-id="host" loading="eager"></yew-host>`,
  },
});

test("inside a page that Yew renders: a press reaches the widget, and no handler of the page", async () => {
  const context = await site.newContext();
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.addInitScript(() => {
    window.ready = 0;
    addEventListener("leadership-audit-ready", () => window.ready++);
    addEventListener("yew-host-ready", () => window.ready++);
  });
  await page.goto(`${site.address}host`);
  await page.waitForFunction(() => window.ready === 1);
  await page.evaluate(() => {
    const widget = document.createElement("leadership-audit");
    widget.setAttribute("loading", "eager");
    document.querySelector("yew-host").shadowRoot.querySelector(".screen").append(widget);
  });
  await page.waitForFunction(() => window.ready === 2);

  const widget = page.locator("leadership-audit");
  await widget.getByRole("button", { name: "Start" }).click();
  await widget.getByText("1 of 36").waitFor();
  const host = page.locator("yew-host .screen").first();
  assert.match(await host.getAttribute("class"), /welcome/, "the page stays where it was");

  await page.keyboard.press("4");
  await widget.getByText("2 of 36").waitFor();
  assert.match(await host.getAttribute("class"), /welcome/);
  await page.locator("yew-host").getByRole("button", { name: "Start" }).first().click();
  await page.locator("yew-host fieldset.item").first().waitFor();
  assert.deepEqual(faults, []);
});
