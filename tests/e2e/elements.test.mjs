// Several elements on one page, and what an owner may change while they run.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { hostPage } from "./pixels.mjs";
import { serve } from "./server.mjs";
import { answer, launch, newContext, open, pressButton, stored } from "./widget.mjs";

let server;
let browser;

const TWO = (first, second) =>
  hostPage({ attributes: `id="one" ${first}`, after: `<leadership-audit id="two" ${second}></leadership-audit>` });

const INSTRUMENT = {
  id: "small",
  version: "1.0.0",
  language: "en",
  title: "A small one",
  scales: ["me", "you"].map((id) => ({
    id,
    label: id === "me" ? "Me" : "You",
    sem: { value: 9, items: 4, origin: "assumed" },
  })),
  options: ["Never", "Rarely", "Half and half", "Mostly", "Always"],
  not_applicable: "Not for me",
  items: ["me", "you"].flatMap((scale) =>
    [1, 2, 3, 4].map((number) => ({
      id: `${scale}-${number}`,
      scale,
      keying: number === 4 ? "reverse" : "forward",
      stem: `Statement ${number} about ${scale}.`,
    })),
  ),
  forms: {
    full: ["me-1", "me-2", "me-3", "me-4", "you-1", "you-2", "you-3", "you-4"],
    short: ["me-1", "me-2", "me-3", "you-1", "you-2", "you-3"],
  },
};

const PAGES = {
  "/one": hostPage(),
  "/apart": TWO('audit-id="a" form="short"', 'audit-id="b" form="full"'),
  "/together": TWO('form="short"', 'form="short"'),
  "/small": hostPage({ attributes: 'src="/small.json" audit-id="small"' }),
  "/small.json": JSON.stringify(INSTRUMENT),
  "/faulty": hostPage({ attributes: 'src="/faulty.json"' }),
  "/faulty.json": JSON.stringify({
    ...INSTRUMENT,
    items: INSTRUMENT.items.map((item, at) => (at === 3 ? { ...item, keying: "sideways" } : item)),
  }),
  "/nowhere": hostPage({ attributes: 'src="/nowhere.json"' }),
  "/nonsense": hostPage({ attributes: 'src="http://["' }),
  "/unreachable": hostPage({ attributes: 'src="http://127.0.0.1:1/q.json"' }),
  "/late": hostPage()
    .replace(/<script.*<\/script>/, "")
    .concat('<script type="module" src="/leadership-audit.js"></script>'),
  "/unloaded": hostPage().replace(/<script.*<\/script>/, ""),
};

before(async () => {
  server = await serve({ pages: PAGES });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** One of several elements: its text, its buttons, and answers by the mouse. */
function only(page, selector) {
  const element = page.locator(selector);
  const press = (name) => element.getByRole("button", { name, exact: true }).click();
  return {
    element,
    press,
    has: (text) => element.getByText(text).first().waitFor(),
    async start() {
      await press("Start");
      await element.locator("fieldset.item").waitFor();
    },
    async answer(digits) {
      for (const digit of digits) {
        const before = await element.locator("h2").textContent();
        await element.locator(`input[value="${digit}"]`).click();
        await element.locator("h2").filter({ hasNotText: before }).waitFor();
      }
    },
  };
}

async function openAt(path, prepare) {
  const context = await newContext(browser);
  await context.addInitScript(() => {
    window.heard = [];
    for (const what of ["ready", "started", "progressed", "completed", "exported", "shared", "erased", "failed"]) {
      addEventListener(`leadership-audit-${what}`, ({ detail, target }) =>
        window.heard.push([what, detail, target.id]),
      );
    }
  });
  await prepare?.(context);
  return open(context, new URL(path, server.address).href);
}

const heard = (page, what) =>
  page.evaluate((what) => window.heard.filter(([name]) => name === what).map(([, detail]) => detail), what);

const set = (page, attribute, value) =>
  page.locator("leadership-audit").first().evaluate(
    (element, [attribute, value]) =>
      value === null ? element.removeAttribute(attribute) : element.setAttribute(attribute, value),
    [attribute, value],
  );

test("two audits on one page do not mix", async () => {
  const page = await openAt("/apart");
  const [one, two] = [only(page, "#one"), only(page, "#two")];
  await one.start();
  await two.start();
  await one.answer("44");
  await two.answer("222");
  await one.has("3 of 18");
  await two.has("4 of 36");
  const keys = Object.keys(await stored(page));
  assert.equal(keys.filter((key) => key.startsWith("leadership-audit:a:answer:")).length, 2);
  assert.equal(keys.filter((key) => key.startsWith("leadership-audit:b:answer:")).length, 3);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("two elements with one audit keep in step, to the deletion of everything", async () => {
  const page = await openAt("/together");
  const [one, two] = [only(page, "#one"), only(page, "#two")];
  await one.start();
  await one.answer("444");
  await two.has("3 of 18 answered.");
  await two.press("Continue where you stopped");
  await two.answer("55");
  await one.answer("2");
  await one.press("Back");
  await one.press("Back");
  assert.equal(await one.element.locator("input:checked[type=radio]").inputValue(), "4");
  await page.reload();
  await two.has("5 of 18 answered.");
  await two.press("Continue where you stopped");
  // It goes on where the first went back to.
  await two.answer("3333333333333333");
  await two.element.locator(".scores").waitFor();
  await one.element.getByRole("button", { name: /^See your result of/ }).click();
  await one.element.locator(".scores").waitFor();
  await two.press("Keep or delete this result");
  await two.press("Delete everything");
  await two.press("Yes, delete");
  await two.has("Everything is deleted.");
  await one.has("Everything was deleted in another tab.");
  assert.equal(await one.element.locator(".scores").count(), 0);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("every attribute may change in the middle of an audit, and no answer is lost", async () => {
  const page = await openAt("/one");
  const widget = only(page, "leadership-audit");
  await widget.start();
  await answer(page, [..."444"]);
  const place = page.getByText("4 of 36");
  await place.waitFor();
  const paper = () =>
    page.locator("leadership-audit .screen").evaluate((screen) => getComputedStyle(screen).colorScheme);
  await set(page, "theme", "dark");
  assert.equal(await paper(), "dark");
  await set(page, "theme", "light");
  assert.equal(await paper(), "light");
  for (const [name, value] of [
    ["cta-href", "https://coach.example/book"],
    ["cta-label", "Book a talk"],
    ["share-label", "Share with Noor"],
    ["start", "audit"],
    ["loading", "eager"],
    ["lang", "de"],
  ]) {
    await set(page, name, value);
    await place.waitFor();
  }
  // Another audit, and back.
  await set(page, "audit-id", "other");
  await page.getByText("1 of 36").waitFor();
  await widget.answer("1");
  await set(page, "audit-id", null);
  await page.getByText("4 of 36").or(page.getByText("3 of 36 answered.")).waitFor();
  await set(page, "start", null);
  const answers = async () =>
    Object.keys(await stored(page)).filter((key) => key.startsWith("leadership-audit:default:answer:"));
  assert.equal((await answers()).length, 3);
  const goOn = page.getByRole("button", { name: "Continue where you stopped" });
  if (await goOn.isVisible()) await goOn.click();
  await place.waitFor();
  // What is offered changes for the next audit, not under the one that is being taken.
  await set(page, "form", "short");
  await place.waitFor();
  await set(page, "form", null);
  await widget.answer("5");
  // Now for this tab alone: the answers come along.
  await set(page, "retain", "session");
  await page.waitForFunction(() => sessionStorage.length > 0);
  if (await goOn.isVisible()) await goOn.click();
  await page.locator("leadership-audit fieldset.item").or(page.locator("leadership-audit .scores")).waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("properties mirror attributes, those set before the definition and removed ones too", async () => {
  const page = await openAt("/one");
  const mirrored = await page.evaluate(() => {
    const element = document.querySelector("leadership-audit");
    const names = {
      auditId: "audit-id", ctaHref: "cta-href", ctaLabel: "cta-label", form: "form",
      loading: "loading", retain: "retain", shareLabel: "share-label", src: "src", start: "start",
      theme: "theme",
    };
    const wrong = [];
    const other = document.createElement("leadership-audit");
    for (const [property, attribute] of Object.entries(names)) {
      if (other[property] !== null) wrong.push(`${property} at first`);
      other[property] = "x";
      if (other.getAttribute(attribute) !== "x") wrong.push(`${property} to attribute`);
      other.setAttribute(attribute, "y");
      if (other[property] !== "y") wrong.push(`${property} from attribute`);
      other[property] = null;
      if (other.hasAttribute(attribute)) wrong.push(`${property} removed`);
    }
    return wrong.concat(element.shadowRoot.mode === "open" ? [] : ["closed"]);
  });
  assert.deepEqual(mirrored, []);
  await page.context().close();

  const early = await newContext(browser);
  const unloaded = await early.newPage();
  await unloaded.goto(`${server.address}unloaded`);
  await unloaded.evaluate(async () => {
    Object.assign(document.querySelector("leadership-audit"), { form: "short", auditId: "early" });
    await import("/leadership-audit.js");
  });
  await pressButton(unloaded, "Start");
  await answer(unloaded, ["4"]);
  await unloaded.getByText("2 of 18").waitFor();
  const keys = Object.keys(await stored(unloaded));
  assert.ok(keys.length > 0 && keys.every((key) => key.startsWith("leadership-audit:early:")));
  await early.close();
});

test("the script may stand after the element", async () => {
  const page = await openAt("/late");
  await pressButton(page, "Start");
  await page.getByText("1 of 36").waitFor();
  await page.context().close();
});

test("another questionnaire: two scales, no facets, to its result; and back to the shipped one", async () => {
  const page = await openAt("/small");
  await page.getByLabel("Short").check();
  await pressButton(page, "Start");
  await page.getByRole("heading", { name: "Statement 1 about me." }).waitFor();
  await answer(page, [..."454211"]);
  await page.locator("leadership-audit .scores").waitFor();
  assert.equal(await page.locator("leadership-audit .plot .row").count(), 2);
  assert.equal(await page.locator("leadership-audit .map").count(), 0);
  await set(page, "src", null);
  await page.getByText("36 statements").waitFor();
  await pressButton(page, "Start");
  await page.getByText("1 of 36").waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

for (const [path, kind, told] of [
  ["/faulty", "instrument", '$.items[3].keying: "sideways"'],
  ["/nowhere", "source", "answered 404"],
  ["/nonsense", "source", 'src="http://["'],
  ["/unreachable", "source", 'src="http://127.0.0.1:1/q.json"'],
]) {
  test(`a questionnaire that is ${path.slice(1)}: the failure says what and where`, async () => {
    const context = await newContext(browser);
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.failed = new Promise((resolve) =>
        addEventListener("leadership-audit-failed", ({ detail }) => resolve(detail)),
      );
    });
    await page.goto(new URL(path, server.address).href);
    await page.getByText("For the website's owner").click();
    await page.getByText(told).waitFor();
    const detail = await page.evaluate(() => window.failed);
    assert.equal(detail.kind, kind);
    assert.ok(detail.message.includes(told), detail.message);
    await context.close();
  });
}

test("answers leave only by the share button, and no other event carries one", async () => {
  const page = await openAt("/one");
  await set(page, "form", "short");
  await pressButton(page, "Start");
  await answer(page, [..."445544521231553115"]);
  await page.locator("leadership-audit .scores").waitFor();
  await pressButton(page, "Keep or delete this result");
  assert.equal(await page.getByRole("button", { name: "Share with Noor" }).count(), 0);
  await set(page, "share-label", "Share with Noor");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    pressButton(page, "Save as a JSON file"),
  ]);
  assert.deepEqual(await heard(page, "shared"), []);
  await pressButton(page, "Share with Noor");
  const [shared] = await heard(page, "shared");
  const chunks = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  assert.deepEqual(shared, JSON.parse(Buffer.concat(chunks).toString()));
  await pressButton(page, "Delete everything");
  await pressButton(page, "Yes, delete");
  await page.getByText("Everything is deleted.").waitFor();

  const all = (await page.evaluate(() => window.heard)).filter(([what]) => what !== "shared");
  const keys = {};
  for (const [what, detail] of all) keys[what] = Object.keys(detail);
  assert.deepEqual(keys, {
    ready: [],
    started: ["form"],
    progressed: ["answered", "total"],
    completed: ["form", "seconds"],
    exported: ["format"],
    erased: [],
  });
  assert.deepEqual(
    (await heard(page, "progressed")).map(({ answered }) => answered),
    Array.from({ length: 18 }, (_, count) => count + 1),
  );
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("hostile attributes: each named in a warning, none applied", async () => {
  const page = await openAt("/one");
  const warnings = [];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  await set(page, "cta-label", "Book");
  for (const href of [
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "http://coach.example/",
    "//coach.example/",
    "https:coach",
  ]) {
    warnings.length = 0;
    await set(page, "cta-href", href);
    assert.ok(warnings.some((text) => text.includes("attribute cta-href=")), href);
  }
  for (const [name, value] of [
    ["form", "constructor"],
    ["start", "__proto__"],
    ["retain", "cookie"],
    ["audit-id", "../../x"],
    ["share-label", "x".repeat(100_000)],
  ]) {
    warnings.length = 0;
    await set(page, name, value);
    assert.ok(warnings.some((text) => text.includes(`attribute ${name}=`)), name);
    assert.ok(warnings.every((text) => text.length < 300));
  }
  await page.getByLabel("Short").check();
  await pressButton(page, "Start");
  await answer(page, [..."445544521231553115"]);
  await page.locator("leadership-audit .scores").waitFor();
  assert.equal(await page.locator("leadership-audit a").count(), 0);
  await page.context().close();
});
