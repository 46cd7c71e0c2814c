// Colours and fonts in the builder: typed, picked or from a logo, and what the page says of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, openBuilder, said, snippet } from "./builder.mjs";
import { strictPolicy } from "./server.mjs";
import { useSite } from "./site.mjs";
import { token } from "./widget.mjs";

const site = useSite({ headers: { "content-security-policy": strictPolicy() } });
/** A strict policy forbids pictures by address, which a vector needs. */
const lenient = useSite({
  headers: { "content-security-policy": strictPolicy().replace("img-src 'self'", "img-src 'self' blob:") },
});

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
  <rect width="100" height="100" fill="#fff"/><rect width="100" height="45" fill="#0a58ca"/>
  <circle cx="50" cy="72" r="20" fill="#d63384"/><rect y="95" width="100" height="5" fill="#222"/>
  <g fill="none" stroke="#d63384"><circle cx="50" cy="72" r="25"/><circle cx="50" cy="72" r="23"/></g></svg>`;

/** A picture of this kind: a white ground, much blue, some pink and a little grey. */
async function picture(page, type) {
  const base64 = await page.evaluate((type) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 300, height: 200 });
    const context = canvas.getContext("2d");
    for (const [colour, ...box] of [
      ["#ffffff", 0, 0, 300, 200],
      ["#0a58ca", 0, 0, 300, 90],
      ["#d63384", 100, 110, 90, 60],
      ["#808080", 0, 190, 300, 10],
    ]) {
      context.fillStyle = colour;
      context.fillRect(...box);
    }
    return canvas.toDataURL(type, 1).split(",")[1];
  }, type);
  return Buffer.from(base64, "base64");
}

const swatches = (page) => page.locator("#logo-colours button");

async function chooseLogo(page, name, mimeType, buffer) {
  await page.locator("#logo-file").setInputFiles({ name, mimeType, buffer });
  await page.locator("#logo-status").getByText(name).waitFor();
}

/** Whether the two colours of the logo are offered, the most frequent first. */
async function offersBoth(page, kind) {
  const texts = await swatches(page).allTextContents();
  assert.equal(texts.length, 2, `${kind}: ${texts}`);
  const found = texts.map((text) => text.match(/^#([\da-f]{6}), contrast with the background \d+\.\d to 1$/)[1]);
  const channels = found.map((hex) => hex.match(/../g).map((part) => parseInt(part, 16)));
  const expected = [[10, 88, 202], [214, 51, 132]];
  // JPEG and WebP blur a little.
  for (const [at, colour] of expected.entries()) {
    for (const [channel, value] of colour.entries()) {
      assert.ok(Math.abs(channels[at][channel] - value) <= 6, `${kind}: ${texts}`);
    }
  }
}

test("from a logo the page proposes its colours as the accent, and sends nothing", async () => {
  const page = await openBuilder(site);
  const { length } = site.server.asked;
  for (const kind of ["png", "jpeg", "webp"]) {
    await chooseLogo(page, `logo.${kind}`, `image/${kind}`, await picture(page, `image/${kind}`));
    await offersBoth(page, kind);
  }
  await swatches(page).first().press("Enter");
  assert.match(await token(page, "accent"), /^#0[89abc]5[5-9a-b]c[89a-d]$/);
  assert.ok((await snippet(page)).includes(`--leadership-audit-accent: ${await token(page, "accent")}`));
  assert.equal(await page.locator("#accent").inputValue(), await token(page, "accent"));
  assert.equal(await swatches(page).first().getAttribute("aria-pressed"), "true");
  assert.deepEqual(site.server.asked.slice(length), []);
});

test("a logo may be a vector", async () => {
  const page = await openBuilder(lenient);
  await chooseLogo(page, "logo.svg", "image/svg+xml", Buffer.from(SVG));
  await offersBoth(page, "svg");
});

test("what is no picture, or has no colour, is said in a sentence", async () => {
  const page = await openBuilder(site);
  const grey = await page.evaluate(() => document.createElement("canvas").toDataURL().split(",")[1]);
  for (const [name, type, content, message] of [
    ["notes.png", "image/png", "no picture", "“notes.png” couldn’t be read as a picture. Try a PNG, JPEG, WebP or SVG file."],
    ["empty.png", "image/png", Buffer.from(grey, "base64"), "“empty.png” has no colour that stands out. Type one into the field below instead."],
    ["<b>.svg", "image/svg+xml", "<svg", "“<b>.svg” couldn’t be read as a picture. Try a PNG, JPEG, WebP or SVG file."],
  ]) {
    await chooseLogo(page, name, type, Buffer.from(content));
    assert.equal(await page.locator("#logo-status").textContent(), message);
    assert.equal(await swatches(page).count(), 0);
  }
  // The policy's own word on the vector.
  delete page.faults;
});

test("a colour is typed or picked, and each way follows the other", async () => {
  const page = await openBuilder(site);
  const palette = page.getByLabel("Pick the accent", { exact: true });
  await choose(page, "#accent", "rebeccapurple");
  assert.equal(await palette.inputValue(), "#663399");
  await palette.fill("#123456");
  assert.equal(await page.locator("#accent").inputValue(), "#123456");
  assert.equal(await token(page, "accent"), "#123456");
  await choose(page, "#accent", "");
  assert.equal(await palette.inputValue(), "#0f5f66");
});

test("a colour that the audit makes readable is said, and text without contrast, by what the audit shows", async () => {
  const page = await openBuilder(site);
  await choose(page, "#accent", "#0f5f66");
  assert.match(await said(page, "accent"), /^Where the page is dark, .+ become #[\da-f]{6}, /);
  await choose(page, "#accent", "#ffb000");
  const shown = (await said(page, "accent")).match(/^Where the page is light, .+ become (#[\da-f]{6}), /)[1];
  const link = await page.locator("leadership-audit").evaluate((widget) => {
    const made = document.createElement("button");
    made.className = "secondary";
    widget.shadowRoot.querySelector("form").append(made);
    const { color } = getComputedStyle(made);
    made.remove();
    const context = document.createElement("canvas").getContext("2d");
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  });
  const rgb = shown.slice(1).match(/../g).map((part) => parseInt(part, 16));
  for (const [at, value] of rgb.entries()) assert.ok(Math.abs(value - link[at]) <= 1, `${shown} and ${link}`);
  await choose(page, "#accent", "#b4532a");
  assert.match(await said(page, "accent"), /become #[\da-f]{6} where the page is light and #[\da-f]{6} where it’s dark/);
  await page.getByText("Colours of the dark theme").click();
  await choose(page, "#accent-dark", "#7cc5c0");
  assert.match(await said(page, "accent"), /^Where the page is light, /);
  await choose(page, "#ink", "#777");
  assert.match(await said(page, "ink"), /^Text on the background has a contrast of 4\.\d to 1\./);
  await choose(page, "#ink", "#222");
  assert.match(await said(page, "ink"), /^Text on the background: contrast 1[45]\.\d to 1\.$/);
});

test("a font gets something to fall back on, and the page says what it has to load", async () => {
  const page = await openBuilder(site);
  for (const [typed, written, loads] of [
    ["Montserrat", "Montserrat, sans-serif", "Your page has to load Montserrat itself. Where it doesn’t, visitors see sans-serif."],
    ["Playfair Display", "Playfair Display, serif", "Your page has to load Playfair Display itself. Where it doesn’t, visitors see serif."],
    ["Source Sans 3", `"Source Sans 3", sans-serif`, "Your page has to load Source Sans 3 itself. Where it doesn’t, visitors see sans-serif."],
    ["Inter, Arial", "Inter, Arial, sans-serif", "Your page has to load Inter itself. Where it doesn’t, visitors see Arial."],
    ["Georgia", "Georgia, serif", ""],
    ["system-ui, sans-serif", "system-ui, sans-serif", ""],
  ]) {
    await choose(page, "#font", typed);
    assert.equal(await token(page, "font"), written);
    assert.ok((await snippet(page)).includes(`--leadership-audit-font: ${written.replaceAll('"', "'")}`), typed);
    assert.equal(await said(page, "font"), loads);
  }
  await choose(page, "#font", "Montserrat");
  await page.getByRole("radio", { name: "iframe" }).check();
  assert.match(await said(page, "font"), /^A frame can’t use your page’s fonts/);
});
