// The page for iframes under the strict policy: options in its address, its height reported to the page around
// it, storage where it has some and a notice where it has none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { strictPolicy } from "./server.mjs";
import { useServer, useSite } from "./site.mjs";
import { SHORT } from "./steps.mjs";
import { PREFIX, answer, noteFaults, token } from "./widget.mjs";

const site = useSite({
  headers: { "content-security-policy": strictPolicy(), "access-control-allow-origin": "*" },
});
const host = useServer({ pages: {} });

/** Opens the page for iframes by itself. */
const openAlone = (options) => site.open(`embed.html?${new URLSearchParams(options)}`);

const HEARS = `<script>
  window.heard = [];
  addEventListener("message", ({ data, origin, source }) => {
    const frame = document.querySelector("iframe");
    if (source === frame.contentWindow) window.heard.push({ data, origin });
  });
</script>`;

/** A page of another origin with the audit in an iframe. */
async function openHosted({ attributes = "", query = "", ...options } = {}) {
  host.behaviour.pages["/host"] = `<!doctype html><html lang="en"><title>Host</title>${HEARS}
    <iframe src="${site.address}embed.html${query}" ${attributes} width="600" height="300"></iframe>`;
  const page = await (await site.newContext(options)).newPage();
  noteFaults(site.watch(page));
  await page.goto(`${host.address}host`);
  const frame = page.frameLocator("iframe");
  await frame.locator("leadership-audit h2").waitFor();
  return { page, frame, inside: page.frames()[1] };
}

test("options in the address: attributes, colours, fonts and lengths", async () => {
  const attributes = {
    form: "short",
    start: "audit",
    theme: "dark",
    "cta-href": "https://coach.example/book?a=1&b=2",
    "cta-label": "Book <a> talk",
    "audit-id": "framed",
    retain: "session",
    loading: "eager",
  };
  const tokens = {
    accent: "#0a58ca",
    "accent-dark": "oklch(0.8 0.1 200)",
    font: `"Source Sans 3", Verdana, sans-serif`,
    radius: "0.25rem",
  };
  const page = await openAlone({ ...attributes, ...tokens });
  const widget = page.locator("leadership-audit");
  for (const [name, value] of Object.entries(attributes)) {
    assert.equal(await widget.getAttribute(name), value, name);
  }
  for (const [name, value] of Object.entries(tokens)) {
    assert.equal(await token(page, name), value, name);
  }
  await page.getByText("1 of 18").waitFor();
  await page.getByLabel("Often").click();
  await page.getByText("2 of 18").waitFor();
  const keys = await page.evaluate(() => Object.keys({ ...sessionStorage }));
  assert.ok(keys.length > 0 && keys.every((key) => key.startsWith("leadership-audit:framed:")));
  assert.deepEqual(page.warnings, []);
});

test("nonsense in the address: the defaults apply, and the console names it", async () => {
  const nonsense = {
    accent: "red; background: url(https://evil.example/x)",
    paper: "var(--leadership-audit-ink)",
    ink: "url(https://evil.example/x)",
    "on-accent": "currentcolor}",
    font: `"a", url(x)`,
    "heading-font": `"open`,
    radius: "1e9px",
    space: "calc(1px + 1em)",
    src: "https://evil.example/questions.json",
    "files-href": "https://evil.example/",
    onclick: "alert(1)",
    style: "color: red",
    class: "x",
    id: "x",
    __proto__x: "1",
    constructor: "1",
    "cta-label": "x".repeat(600),
  };
  const page = await openAlone(nonsense);
  const names = await page.evaluate(() =>
    [document.documentElement, document.body, document.querySelector("leadership-audit")].flatMap(
      (element) => element.getAttributeNames(),
    ),
  );
  assert.deepEqual(names, ["lang"]);
  for (const name of Object.keys(nonsense)) {
    const about = page.warnings.filter((text) => text.includes(` ${name}="`));
    assert.equal(about.length, 1, `${name}: ${page.warnings}`);
  }
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByText("1 of 36").waitFor();
});

test("the height is reported to a page of another origin, and nothing else is", async () => {
  const { page, frame, inside } = await openHosted({ viewport: { width: 800, height: 900 } });
  const last = () => page.evaluate(() => window.heard.at(-1)?.data.height);
  const heightInside = () =>
    inside.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  const agrees = async () => {
    for (let turn = 0; (await last()) !== (await heightInside()); turn++) {
      assert.ok(turn < 600, `reported ${await last()}, is ${await heightInside()}`);
      await page.waitForTimeout(50);
    }
  };
  await agrees();
  const welcome = await last();
  await frame.getByRole("button", { name: "Start" }).click();
  await frame.getByText("1 of 36").waitFor();
  await agrees();
  assert.notEqual(await last(), welcome);
  const heard = await page.evaluate(() => window.heard);
  for (const { data, origin } of heard) {
    assert.equal(origin, new URL(site.address).origin);
    assert.deepEqual(Object.keys(data), ["type", "height"]);
    assert.equal(data.type, "leadership-audit-height");
    assert.equal(Number.isInteger(data.height) && data.height > 0, true);
  }
  // An answer sends no other message.
  await frame.getByLabel("Often").click();
  await frame.getByText("2 of 36").waitFor();
  assert.ok((await page.evaluate(() => window.heard)).every(({ data }) => "height" in data));
});

test("answers are stored by the iframe, and are there again when the host page reloads", async () => {
  const { page, frame, inside } = await openHosted();
  await frame.getByRole("button", { name: "Start" }).click();
  await frame.getByLabel("Often").click();
  await frame.getByText("2 of 36").waitFor();
  const keys = await inside.evaluate(() => Object.keys({ ...localStorage }));
  assert.ok(keys.length > 0 && keys.every((key) => key.startsWith(PREFIX)));
  assert.deepEqual(await page.evaluate(() => Object.keys({ ...localStorage })), []);
  await page.reload();
  await frame.getByText("1 of 36 answered.").waitFor();
});

test("in a sandbox without an origin the height is still reported, and the result can be saved", async () => {
  const attributes = 'sandbox="allow-scripts allow-downloads"';
  const { page, frame, inside } = await openHosted({ attributes, query: "?form=short" });
  await frame.getByText("This browser does not let the page keep anything.").waitFor();
  await frame.getByRole("button", { name: "Start" }).click();
  await frame.locator("fieldset.item").waitFor();
  // `answer` needs no more of a page than this.
  await answer({ locator: (selector) => inside.locator(selector), keyboard: page.keyboard }, SHORT);
  await frame.locator(".plot").waitFor();
  const [{ origin }] = await page.evaluate(() => window.heard);
  assert.equal(origin, "null");
  await frame.getByRole("button", { name: "Save, print or delete" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    frame.getByRole("button", { name: /JSON/ }).click(),
  ]);
  assert.match(file.suggestedFilename(), /\.json$/);
});
