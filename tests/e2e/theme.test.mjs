// `theme="auto"` looks like the page around it: as its color scheme says or, where it names none, as what is painted behind
// the element is. From the first drawing on, and whenever the page or the visitor's preference changes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isProgram } from "./server.mjs";
import { useSite } from "./site.mjs";
import { audit, hear, isReady } from "./steps.mjs";

const PAPERS = { light: "rgb(251, 250, 247)", dark: "rgb(21, 24, 26)" };

const site = useSite();

const openPage = (css, { scheme = "light", head = "", ...parts } = {}) =>
  site.openHost({ head: `<style>${css}</style>${head}`, ...parts }, { colorScheme: scheme });

const theme = (page) =>
  page.evaluate((papers) => {
    const found = getComputedStyle(document.querySelector("leadership-audit").shadowRoot.firstElementChild).backgroundColor;
    return Object.keys(papers).find((name) => papers[name] === found) ?? found;
  }, PAPERS);

const becomes = (page, name) =>
  page.waitForFunction((paper) => {
    const { shadowRoot } = document.querySelector("leadership-audit");
    return getComputedStyle(shadowRoot.firstElementChild).backgroundColor === paper;
  }, PAPERS[name]);

const META = (content) => `<meta name="color-scheme" content="${content}">`;
const INSIDE = { before: "<main><section>", after: "</section></main>" };

/** A page's style: its theme for visitors who prefer light, and for those who prefer dark. */
const PAGES = [
  ["a page that says nothing", "", "light light"],
  ["a white page with dark text", "body { background: #fff; color: #222 }", "light light"],
  ["a dark page that names no scheme", "body { background: #111; color: #eee }", "dark dark"],
  ["a dark page with nothing but a background", "html { background: #123 }", "dark dark"],
  ["a dark section of a white page", "body { background: #fff } section { background: #222 }", "dark dark"],
  ["a white card on a dark page", "body { background: #111; color: #eee } section { background: #fff; color: #111 }", "light light"],
  ["a veil that one sees through", "body { background: #fff } section { background: rgb(0 0 0 / 20%) }", "light light"],
  ["a veil that hides", "body { background: #fff } section { background: rgb(0 0 0 / 80%) }", "dark dark"],
  ["a dark picture with light text", "body { background: linear-gradient(#000, #234); color: #fff }", "dark dark"],
  ["a light picture with dark text", "body { background: linear-gradient(#fff, #eee); color: #222 }", "light light"],
  ["dark in oklch", "body { background: oklch(0.25 0.05 250) }", "dark dark"],
  ["light in oklch", "body { background: oklch(0.9 0.05 250) }", "light light"],
  ["dark in lab", "body { background: lab(20 10 10) }", "dark dark"],
  ["dark in another colour space", "body { background: color(display-p3 0.1 0.1 0.3) }", "dark dark"],
  ["light in another colour space", "body { background: color(display-p3 0.9 0.9 0.3) }", "light light"],
  ["a scheme that is dark", ":root { color-scheme: dark }", "dark dark"],
  ["a scheme that is light, with a dark background", ":root { color-scheme: light } body { background: #111 }", "light light"],
  ["a scheme that is only light", ":root { color-scheme: only light }", "light light"],
  ["both schemes", ":root { color-scheme: light dark }", "light dark"],
  ["both schemes, dark first", ":root { color-scheme: dark light }", "light dark"],
  ["a scheme of a section", "section { color-scheme: dark }", "dark dark"],
  ["a scheme of the element", "leadership-audit { color-scheme: dark }", "dark dark"],
  ["both schemes, by the head", "", "light dark", META("light dark")],
  ["a dark scheme, by the head", "", "dark dark", META("dark")],
];

for (const [name, css, expected, head] of PAGES) {
  test(`${name}: ${expected}`, async () => {
    for (const [at, scheme] of ["light", "dark"].entries()) {
      const page = await openPage(css, { scheme, head, ...INSIDE });
      assert.equal(await theme(page), expected.split(" ")[at], `a visitor who prefers ${scheme}`);
    }
  });
}

test("what the owner says wins over page and visitor", async () => {
  for (const said of ["light", "dark"]) {
    const other = said === "light" ? "dark" : "light";
    const css = `:root { color-scheme: ${other} } body { background: ${other === "dark" ? "#111" : "#fff"} }`;
    const page = await openPage(css, { scheme: other, attributes: `theme=" ${said} "` });
    assert.equal(await theme(page), said);
  }
});

test("the first drawing has the theme, before the program is there, and keeps it", async () => {
  let arrive;
  const until = new Promise((resolve) => (arrive = resolve));
  site.server.behaviour.fault = (path) => (isProgram(path) ? { until } : undefined);
  const context = await site.newContext();
  await context.addInitScript(hear);
  await context.addInitScript(() => {
    // The microtask after the definition: nothing has been painted since.
    customElements.whenDefined("leadership-audit").then(() => {
      const { shadowRoot } = document.querySelector("leadership-audit");
      window.first = getComputedStyle(shadowRoot.firstElementChild).backgroundColor;
    });
  });
  const parts = { head: "<style>body { background: #111; color: #eee }</style>" };
  const page = await site.openHost(parts, { context });
  assert.equal(await page.evaluate(() => window.first), PAPERS.dark);
  arrive();
  delete site.server.behaviour.fault;
  await isReady(page);
  assert.equal(await theme(page), "dark");
});

/** How a page turns dark, in the page. */
const TURNS = {
  "by a class of its root": () => document.documentElement.classList.add("dark"),
  "by an attribute of its body": () => document.body.setAttribute("data-theme", "dark"),
  "by a style attribute": () => document.body.style.setProperty("background-color", "#111"),
  "by its scheme": () => document.documentElement.style.setProperty("color-scheme", "dark"),
  "by a style sheet that is added": () => {
    const style = document.createElement("style");
    style.textContent = "body { background: #111 }";
    document.head.append(style);
  },
  "by a style sheet that is changed": () => {
    document.getElementById("changes").textContent = "body { background: #111 }";
  },
  "by a box that is ticked": () => document.getElementById("box").click(),
  "by a class of a section": () => document.querySelector("section").classList.add("night"),
  "with a fade": () => document.documentElement.classList.add("fades"),
  "where the element is moved to": () => {
    document.getElementById("elsewhere").append(document.querySelector("leadership-audit"));
  },
};

const TURNING = `
  .dark body, [data-theme=dark], .night, :root:has(#box:checked) body, #elsewhere { background: #111 }
  body { transition: background-color 0.1s }
  .fades body { background: #111 }`;

for (const [name, turn] of Object.entries(TURNS)) {
  test(`a page turns dark ${name}`, async () => {
    const page = await openPage(TURNING, {
      ...INSIDE,
      head: '<style id="changes"></style>',
      before: '<input type="checkbox" id="box"><div id="elsewhere"></div><main><section>',
    });
    assert.equal(await theme(page), "light");
    await page.evaluate(turn);
    await becomes(page, "dark");
  });
}

test("the visitor's preference changes: a page that follows it is followed", async () => {
  const page = await openPage(":root { color-scheme: light dark }");
  await page.emulateMedia({ colorScheme: "dark" });
  await becomes(page, "dark");
  await page.emulateMedia({ colorScheme: "light" });
  await becomes(page, "light");
  const styled = await openPage("body { background: #fff } @media (prefers-color-scheme: dark) { body { background: #111 } }");
  await styled.emulateMedia({ colorScheme: "dark" });
  await becomes(styled, "dark");
});

test("on paper it is light: a page that is printed loses its dark background, and not every text its light colour", async () => {
  const page = await openPage(":root { color-scheme: dark }", { attributes: 'theme="dark"' });
  assert.equal(await theme(page), "dark");
  await page.emulateMedia({ media: "print" });
  assert.equal(await theme(page), "light");
});

test("inside another component the page counts as far as it is seen there", async () => {
  const page = await openPage("body { background: #fff }", { before: '<div id="outer"></div>' });
  await page.evaluate(() => {
    const root = document.getElementById("outer").attachShadow({ mode: "open" });
    const card = root.appendChild(document.createElement("div"));
    card.style.setProperty("background", "#111");
    card.append(document.createElement("slot"));
    document.getElementById("outer").append(document.querySelector("leadership-audit"));
  });
  await becomes(page, "dark");
});

test("the page for iframes follows the visitor, and so does what it shows", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const page = await site.open("embed.html", { colorScheme });
    assert.equal(await theme(page), colorScheme);
    const behind = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    assert.equal(behind, PAPERS[colorScheme]);
  }
  const page = await site.open("embed.html?theme=light", { colorScheme: "dark" });
  assert.equal(await theme(page), "light");
  await audit(page).getByRole("button", { name: "Start" }).waitFor();
});
