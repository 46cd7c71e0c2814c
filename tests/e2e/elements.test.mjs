// Several elements on one page, and attributes that change while they run.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hostPage } from "./server.mjs";
import { useSite } from "./site.mjs";
import { audit, deleteEverything, finishShort, hear, heard, onResults, save, says, startAndAnswer, toKeep } from "./steps.mjs";
import { answer, pressButton, stored, storedAnswers } from "./widget.mjs";

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

const site = useSite({ pages: PAGES });

/** One of several elements: its text, its buttons, and answers by pointer. */
function only(page, selector) {
  const element = page.locator(selector);
  const press = (name) => {
    const way = element.locator("button.way").filter({ hasText: name });
    return element.getByRole("button", { name, exact: true }).or(way).click();
  };
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

const openAt = (path) => site.open(path, { init: hear });

const set = (page, attribute, value) =>
  audit(page).first().evaluate(
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
  assert.deepEqual(Object.values(await storedAnswers(page, "a")), [4, 4]);
  assert.deepEqual(Object.values(await storedAnswers(page, "b")), [2, 2, 2]);
});

test("two elements with one audit keep in step, to the deletion of everything", async () => {
  const page = await openAt("/together");
  const [one, two] = [only(page, "#one"), only(page, "#two")];
  await one.start();
  await one.answer("444");
  await two.has("3 of 18 answered.");
  await two.press("Continue where you left off");
  await two.answer("55");
  await one.answer("2");
  await one.press("Back");
  await one.press("Back");
  assert.equal(await one.element.locator("input:checked[type=radio]").inputValue(), "4");
  await page.reload();
  await two.has("5 of 18 answered.");
  await two.press("Continue where you left off");
  // It continues where the first one went back to.
  await two.answer("3333333333333333");
  await two.element.locator(".plot").waitFor();
  await one.element.getByRole("button", { name: /^See your result from/ }).click();
  await one.element.locator(".plot").waitFor();
  await two.press("Save, print or delete");
  await two.press("Delete everything");
  await two.press("Yes, delete");
  await two.has("Everything is deleted.");
  await one.has("Everything was deleted in another tab.");
  assert.equal(await one.element.locator(".plot").count(), 0);
});

test("every attribute may change during an audit, and no answer is lost", async () => {
  const page = await openAt("/one");
  const widget = only(page, "leadership-audit");
  await widget.start();
  await answer(page, "444");
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
    ["share-href", "mailto:noor@coach.example"],
    ["start", "audit"],
    ["loading", "eager"],
    ["lang", "de"],
  ]) {
    await set(page, name, value);
    await place.waitFor();
  }
  // To another audit and back.
  await set(page, "audit-id", "other");
  await page.getByText("1 of 36").waitFor();
  await widget.answer("1");
  await set(page, "audit-id", null);
  await place.waitFor();
  await set(page, "start", null);
  assert.equal(Object.keys(await storedAnswers(page)).length, 3);
  await place.waitFor();
  // The offer changes for the next audit, not for the one in progress.
  await set(page, "form", "short");
  await place.waitFor();
  await set(page, "form", null);
  await widget.answer("5");
  // From now on for this tab alone: the answers move along.
  await set(page, "retain", "session");
  await page.waitForFunction(() => sessionStorage.length > 0);
  await says(page, "4 of 36 answered.");
  await pressButton(page, "Continue where you left off");
  await says(page, "5 of 36");
});

test("properties mirror attributes, also when set before the definition or removed", async () => {
  const page = await openAt("/one");
  const mirrored = await page.evaluate(() => {
    const element = document.querySelector("leadership-audit");
    const names = {
      auditId: "audit-id", ctaHref: "cta-href", ctaLabel: "cta-label", form: "form",
      loading: "loading", retain: "retain", shareHref: "share-href", shareLabel: "share-label", src: "src", start: "start",
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

  const early = await site.newContext();
  const unloaded = await early.newPage();
  await unloaded.goto(`${site.address}unloaded`);
  await unloaded.evaluate(async () => {
    Object.assign(document.querySelector("leadership-audit"), { form: "short", auditId: "early" });
    await import("/leadership-audit.js");
  });
  await startAndAnswer(unloaded, "4");
  await unloaded.getByText("2 of 18").waitFor();
  const keys = Object.keys(await stored(unloaded));
  assert.ok(keys.length > 0 && keys.every((key) => key.startsWith("leadership-audit:early:")));
});

test("the script may come after the element", async () => {
  const page = await openAt("/late");
  await pressButton(page, "Start");
  await page.getByText("1 of 36").waitFor();
});

test("another questionnaire with two scales and no facets leads to its result; without it the shipped one is back", async () => {
  const page = await openAt("/small");
  await page.locator("leadership-audit input[value=short]").check();
  await pressButton(page, "Start");
  await page.getByRole("heading", { name: "Statement 1 about me." }).waitFor();
  await answer(page, "454211");
  await onResults(page);
  assert.equal(await page.locator("leadership-audit .plot .row").count(), 2);
  assert.equal(await page.locator("leadership-audit .grid .square").count(), 2);
  await set(page, "src", null);
  await page.getByText("36 statements").waitFor();
  await pressButton(page, "Start");
  await page.getByText("1 of 36").waitFor();
});

for (const [path, kind, message] of [
  ["/faulty", "instrument", "$.items[3].keying: “sideways”"],
  ["/nowhere", "source", "answered 404"],
  ["/nonsense", "source", 'src="http://["'],
  ["/unreachable", "source", 'src="http://127.0.0.1:1/q.json"'],
]) {
  test(`a questionnaire that is ${path.slice(1)}: the failure says what and where`, async () => {
    const page = await openAt(path);
    delete page.faults;
    await page.getByText("For the website’s owner").click();
    await says(page, message);
    const [detail] = await heard(page, "failed");
    assert.equal(detail.kind, kind);
    assert.ok(detail.message.includes(message), detail.message);
  });
}

test("answers leave only by the share button, and no other event carries one", async () => {
  const page = await openAt("/one");
  await finishShort(page);
  await toKeep(page);
  assert.equal(await page.getByRole("button", { name: "Share with Noor" }).count(), 0);
  await set(page, "share-label", "Share with Noor");
  const { text } = await save(page, "Save as a JSON file");
  assert.deepEqual(await heard(page, "shared"), []);
  await pressButton(page, "Share with Noor");
  assert.deepEqual(await heard(page, "shared"), [JSON.parse(text)]);
  await deleteEverything(page);
  await says(page, "Everything is deleted.");

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
});

test("a mailbox that the owner names gets a mail with the summary, by the visitor's own sending", async () => {
  const page = await openAt("/one");
  await finishShort(page);
  await toKeep(page);
  await set(page, "share-href", "https://coach.example/");
  const link = page.locator("leadership-audit").getByRole("link", { name: "Send the summary by email" });
  assert.equal(await link.count(), 0, "only a mailbox will do");
  await set(page, "share-href", "mailto:noor@coach.example?cc=others@coach.example");
  await says(page, "Opens an email to noor@coach.example");
  const url = new URL(await link.getAttribute("href"));
  assert.equal(url.pathname, "noor@coach.example");
  assert.deepEqual([...url.searchParams.keys()], ["subject", "body"]);
  assert.equal(url.searchParams.get("subject"), "Leadership Skills Audit");
  assert.match(url.searchParams.get("body"), /^Your result, .+\r\n[^]+\r\nUp: \d+ \(\d+ to \d+\)/);
  await set(page, "share-label", "Share with Noor");
  await page.locator("leadership-audit").getByRole("link", { name: "Share with Noor" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Share with Noor" }).count(), 0, "no script is needed");
  assert.deepEqual(await heard(page, "shared"), []);
});

test("elements that come and go leave no memory behind", async () => {
  const keepMemory = () => {
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate(...given);
      for (const value of Object.values(made.exports ?? {})) if (value instanceof WebAssembly.Memory) window.memory = value;
      return made;
    };
  };
  const page = await site.open("one", { init: keepMemory });
  const remount = (times) =>
    page.evaluate(async (times) => {
      for (let i = 0; i < times; i++) {
        const made = document.createElement("leadership-audit");
        made.setAttribute("loading", "eager");
        const ready = new Promise((resolve) => made.addEventListener("leadership-audit-ready", resolve));
        document.body.append(made);
        await ready;
        made.remove();
        // An element that is only moved keeps its program.
        await new Promise((resolve) => setTimeout(resolve));
      }
      return window.memory.buffer.byteLength;
    }, times);
  const before = await remount(20);
  assert.equal(await remount(60), before);
});
