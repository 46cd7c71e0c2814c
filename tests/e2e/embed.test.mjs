// The page for iframes under the strict policy: options in its address, the heights that the page around it is
// told, storage where it has some and a notice where it has none.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { strictPolicy } from "./server.mjs";
import { useServer, useSite } from "./site.mjs";
import { SHORT } from "./steps.mjs";
import { INSTRUMENT, PREFIX, PROJECT, answer, noteFaults, token } from "./widget.mjs";

const host = useServer({ pages: {} });
const EMBED = readFileSync(`${PROJECT}embed.html`, "utf8");
/** The page as its owner has edited it: with these attributes on the element. */
const edited = (attributes) => EMBED.replace("<leadership-audit>", `<leadership-audit ${attributes}>`);
const OWN = JSON.stringify({ ...INSTRUMENT, id: "own", title: "Our own" });

const site = useSite(async () => {
  await host.ready;
  return {
    headers: { "content-security-policy": strictPolicy(), "access-control-allow-origin": "*" },
    pages: {
      "/links.html": edited('data-cta data-src="own.json /deeper/own.json"'),
      "/known.html": edited(`data-pages="https://www.example.com ${new URL(host.address).origin}"`),
      "/unknown.html": edited('data-pages="https://www.example.com"'),
      "/own.json": OWN,
      "/upload.json": OWN,
    },
  };
});

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
async function openHosted({ attributes = "", file = "embed.html", query = "", ...options } = {}) {
  host.behaviour.pages["/host"] = `<!doctype html><html lang="en"><title>Host</title>${HEARS}
    <iframe src="${site.address}${file}${query}" ${attributes} width="600" height="300"></iframe>`;
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
    "font-size": "999rem",
    src: "https://evil.example/questions.json",
    "cta-href": "https://evil.example/",
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

test("a call to action and a questionnaire by a link: only where embed.html says so, and only what it lists", async () => {
  const taken = async (file, options) => {
    const page = await site.open(`${file}?${new URLSearchParams(options)}`);
    const attributes = await page.locator("leadership-audit").evaluate((element, names) => {
      return names.map((name) => element.getAttribute(name));
    }, Object.keys(options));
    // A questionnaire that does not exist may fail.
    delete page.faults;
    return attributes;
  };
  const cta = { "cta-href": "https://coach.example/book?a=1&b=2", "cta-label": "Book <a> talk" };
  assert.deepEqual(await taken("links.html", cta), Object.values(cta));
  assert.deepEqual(await taken("embed.html", cta), [null, null]);
  for (const [src, listed] of [
    ["own.json", true],
    ["./own.json", true],
    [`${site.address}own.json`, true],
    ["deeper/own.json", true],
    ["upload.json", false],
    ["own.json?x", false],
    ["/out?to=own.json", false],
    ["https://evil.example/own.json", false],
    ["//evil.example/own.json", false],
    ["data:application/json,{}", false],
    ["", false],
  ]) {
    assert.deepEqual(await taken("links.html", { src }), [listed ? src : null], src);
    assert.deepEqual(await taken("embed.html", { src }), [null], src);
  }
});

/** Answers to the short form that come out differently: what is found, in which direction, and whether they can be read. */
const PROFILES = [
  "555555555555555555",
  "111111111111111111",
  "333333333333333333",
  "555555111111555555",
  "111111555555555555",
  "555555555555111111",
  "151515151515151515",
  "445504521231553115",
  "000000555555555555",
  "444444444444222222",
  "222222444444444444",
  "123451234512345123",
];

test("the page around it gets the same heights whatever was answered, at any width", async () => {
  const told = new Set();
  const heights = new Set();
  for (const digits of PROFILES) {
    const { page, frame, inside } = await openHosted({ query: "?form=short", viewport: { width: 800, height: 900 } });
    await frame.getByRole("button", { name: "Start" }).click();
    await frame.locator("fieldset.item").waitFor();
    await answer({ locator: (selector) => inside.locator(selector), keyboard: page.keyboard }, digits);
    await frame.locator(".plot").waitFor();
    const visible = await inside.evaluate(() => document.body.getBoundingClientRect().height);
    heights.add(visible);
    // As one who wants to know it would: the frame in many widths, on the results and on what follows.
    const sweep = async () => {
      for (const width of [300, 360, 480, 690]) {
        await page.evaluate((width) => (document.querySelector("iframe").width = width), width);
        await inside.waitForFunction((width) => innerWidth === width, width);
        // It posts in a frame after it was laid out.
        await inside.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
      }
    };
    await sweep();
    await frame.getByRole("button", { name: "Save, print or delete" }).click();
    await frame.getByRole("heading", { name: "Open a saved result" }).waitFor();
    await sweep();
    told.add(JSON.stringify(await page.evaluate(() => window.heard.map(({ data }) => data))));
    await page.close();
  }
  assert.ok(heights.size > 3, "the results are of different heights");
  assert.equal(told.size, 1, [...told].join("\n"));
});

test("the height that every page gets has room for each statement, without a scrollbar", async () => {
  for (const width of [300, 360, 480, 600, 900]) {
    const { page, frame, inside } = await openHosted({ query: "?form=short", viewport: { width: 1000, height: 900 } });
    await page.evaluate((width) => (document.querySelector("iframe").width = width), width);
    await inside.waitForFunction((width) => innerWidth === width, width);
    const fits = async (screen) => {
      const [needs, told] = await Promise.all([
        inside.evaluate(() => document.body.getBoundingClientRect().height),
        page.evaluate(() => window.heard.at(-1).data.height),
      ]);
      assert.ok(needs <= told, `${screen} at ${width}: needs ${needs}, told ${told}`);
    };
    await page.waitForTimeout(100);
    await fits("welcome");
    await frame.getByRole("button", { name: "Start" }).click();
    await frame.locator("fieldset.item").waitFor();
    for (const digit of "445504521231553115") {
      await fits("a statement");
      await answer({ locator: (selector) => inside.locator(selector), keyboard: page.keyboard }, digit);
    }
    await page.close();
  }
});

test("a page that embed.html does not name gets no other height, nor does one that hides its origin", async () => {
  const heardBy = async (options) => {
    const { page, frame } = await openHosted(options);
    await frame.getByRole("button", { name: "Start" }).click();
    await frame.getByText("1 of 36").waitFor();
    await page.waitForTimeout(100);
    return page.evaluate(() => window.heard.map(({ data }) => data.height));
  };
  const usual = await heardBy({});
  assert.equal(new Set(usual).size, 1);
  assert.deepEqual(await heardBy({ file: "unknown.html" }), usual);
  assert.deepEqual(await heardBy({ file: "known.html", attributes: 'referrerpolicy="no-referrer"' }), usual);
  assert.notDeepEqual(await heardBy({ file: "known.html" }), usual);
});

test("the height is reported exactly to a page that embed.html names, and nothing else is", async () => {
  const { page, frame, inside } = await openHosted({ file: "known.html", viewport: { width: 800, height: 900 } });
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

/** A page of another origin with these frames, each as the builder writes it, and the script that sets their heights. */
async function openFrames(frames, script = `<script src="${site.address}embed-height.js"></script>`) {
  const each = ({ attributes = "", src = `${site.address}embed.html` }) =>
    `<iframe class="leadership-audit" src="${src}" width="600" height="300" ${attributes}></iframe>
    <p class="leadership-audit-link">A link</p>`;
  host.behaviour.pages["/frames"] = `<!doctype html><html lang="en"><title>Host</title>${script}${frames.map(each).join("")}`;
  const page = await (await site.newContext({ viewport: { width: 800, height: 900 } })).newPage();
  noteFaults(site.watch(page));
  await page.goto(`${host.address}frames`);
  return page;
}

const heights = (page) => page.locator("iframe").evaluateAll((all) => all.map(({ height }) => Number(height)));

test("the script for heights serves each frame of a page, in a sandbox too, and takes the link below it away", async () => {
  const page = await openFrames([{}, { attributes: 'sandbox="allow-scripts"' }]);
  await page.waitForFunction(() => [...document.querySelectorAll("iframe")].every(({ height }) => Number(height) > 500));
  assert.equal(await page.getByText("A link").first().isVisible(), false);
  assert.equal(await page.getByText("A link").last().isVisible(), false);
});

test("the script for heights may come after the frames have said theirs", async () => {
  const page = await openFrames([{}], "");
  await page.frameLocator("iframe").locator("leadership-audit h2").waitFor();
  assert.deepEqual(await heights(page), [300]);
  await page.addScriptTag({ url: `${site.address}embed-height.js` });
  await page.waitForFunction(() => Number(document.querySelector("iframe").height) > 500);
});

test("the script for heights listens to no page of another origin than the frame's address has, and to no nonsense", async () => {
  const says = (name, message) => {
    site.server.behaviour.pages[`/${name}.html`] = `<!doctype html><script src="/${name}.js"></script>`;
    site.server.behaviour.pages[`/${name}.js`] = `parent.postMessage(${JSON.stringify(message)}, "*")`;
  };
  const height = { type: "leadership-audit-height", height: 4000 };
  // The frame's address is of one origin, and leads to another.
  host.behaviour.pages["/elsewhere"] = `<!doctype html><script>location = "${site.address}liar.html"</script>`;
  says("liar", height);
  says("nonsense", { ...height, height: "9in" });
  const page = await openFrames([
    { src: `${host.address}elsewhere` },
    { src: `${site.address}nonsense.html` },
    { src: `${site.address}liar.html`, attributes: 'sandbox="allow-scripts allow-same-origin"' },
  ]);
  await page.waitForFunction(() => Number(document.querySelectorAll("iframe")[2].height) === 4000);
  await page.waitForTimeout(100);
  assert.deepEqual(await heights(page), [300, 300, 4000]);
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
