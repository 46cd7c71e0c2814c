// The packages for learning platforms: what a platform learns, whatever it answers, and that the audit works all the same.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGLISH } from "../../packaging/scorm/says.js";
import { readTranslations } from "../../packaging/texts.mjs";
import { runAxe } from "./axe.mjs";
import { courseIn, leave, made, usePlatform } from "./platform.mjs";
import { finishShort, says, start, startAndAnswer, toKeep } from "./steps.mjs";
import { PROJECT, answer, pressButton } from "./widget.mjs";

const platform = usePlatform();

const FIELDS = {
  1.2: { status: "cmi.core.lesson_status", exit: "cmi.core.exit", ending: "Finish", response: "student_response" },
  2004: { status: "cmi.completion_status", exit: "cmi.exit", ending: "Terminate", response: "learner_response" },
};

const notice = (course, text) => course.locator(".platform p").getByText(text).waitFor();
const complete = (course) =>
  course.evaluate(() => {
    const event = new CustomEvent("leadership-audit-completed", { bubbles: true, detail: { form: "short", seconds: 60 } });
    document.querySelector("leadership-audit").dispatchEvent(event);
  });
/** As browsers say that a page is left, and that it has come back from their cache. */
const hide = (course) => course.evaluate(() => void dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
const show = (course) => course.evaluate(() => void dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
const takeShort = async (course) => {
  await course.getByLabel("3 minutes").check();
  await start(course);
};

for (const scorm of ["1.2", "2004"]) {
  const { status, exit, ending, response } = FIELDS[scorm];

  test(`SCORM ${scorm}: a platform learns that the audit was opened and completed, once, and nothing else`, async () => {
    const { page, course } = await platform.launch({ scorm });
    await notice(course, `${ENGLISH["connection.open"]} ${ENGLISH["more.nothing"]}`);
    await finishShort(course);
    await notice(course, ENGLISH["completion.true"]);
    await complete(course);
    await hide(course);
    await leave(page);
    assert.deepEqual(await made(page, "SetValue"), [
      [status, "incomplete"],
      [exit, "suspend"],
      [status, "completed"],
    ]);
    assert.equal((await made(page, "Initialize")).length, 1);
    assert.equal((await made(page, ending)).length, 1);
    const kept = platform.records.at(-1);
    const { score } = kept.core ?? kept;
    assert.equal(kept.core?.lesson_status ?? kept.completion_status, "completed");
    assert.equal(kept.success_status ?? "unknown", "unknown");
    assert.deepEqual([score.raw, kept.suspend_data, kept.objectives, kept.interactions], ["", "", {}, {}]);
  });

  test(`SCORM ${scorm}: who leaves in the middle goes on from there, and who has completed stays so`, async () => {
    const context = await platform.site.newContext();
    const first = await platform.launch({ scorm, context });
    await takeShort(first.course);
    await answer(first.course, "445");
    await leave(first.page);
    assert.equal((await made(first.page, ending)).length, 1);

    const again = await platform.launch({ scorm, context, status: "incomplete" });
    await says(again.course, "3 of 18 answered.");
    assert.deepEqual(await made(again.page, "SetValue"), [[exit, "suspend"]]);

    const later = await platform.launch({ scorm, context, status: "completed" });
    await notice(later.course, ENGLISH["connection.completed"]);
    await complete(later.course);
    assert.deepEqual(await made(later.page, "SetValue"), [[exit, "suspend"]]);
  });

  test(`SCORM ${scorm}: a result goes to the platform only where the owner offers that, and by the learner’s press`, async () => {
    const label = "Send my result to my coach";
    const address = platform.edited(scorm, "<leadership-audit>", `<leadership-audit share-label="${label}">`);
    const { page, course } = await platform.launch({ scorm, address });
    await notice(course, ENGLISH["more.sharing"].replace("{label}", label));
    await course.evaluate(() => addEventListener("leadership-audit-shared", ({ detail }) => (window.shared = detail)));
    await finishShort(course);
    await notice(course, `${ENGLISH["completion.true"]} ${ENGLISH["more.sharing"].replace("{label}", label)}`);
    const before = await made(page, "SetValue");
    assert.equal(before.length, 3, "the audit is completed without it");

    await toKeep(course);
    await pressButton(course, label);
    await notice(course, ENGLISH["shared.true"]);
    const place = await course.locator(".platform p").evaluate((line) => line.getBoundingClientRect().y);
    assert.ok(place >= 0, `what came of it is in sight: at ${place}`);
    const { scores, responses } = await course.evaluate(() => window.shared);
    const sent = Object.fromEntries((await made(page, "SetValue")).slice(before.length));
    const expected = {};
    Object.entries(scores.directions).forEach(([id, { score }], at) => {
      const field = (name) => `cmi.objectives.${at}.${name}`;
      Object.assign(expected, { [field("id")]: id, [field("score.min")]: "0", [field("score.max")]: "100", [field("score.raw")]: `${score}` });
    });
    const answered = Object.entries(responses).filter(([, value]) => value !== null && value !== "not_applicable");
    answered.forEach(([id, value], at) => {
      const field = (name) => `cmi.interactions.${at}.${name}`;
      Object.assign(expected, { [field("id")]: id, [field("type")]: "numeric", [field(response)]: `${value}` });
    });
    assert.deepEqual(sent, expected);
    assert.equal(answered.length, 17, "all but the one that does not apply");

    // Once more: the scores replace the earlier ones.
    await pressButton(course, label);
    const ids = (await made(page, "SetValue")).filter(([field]) => /^cmi\.objectives\.\d+\.id$/.test(field));
    assert.equal(new Set(ids.map(([field]) => field)).size, Object.keys(scores.directions).length);
  });
}

for (const [lang, direction] of [["de", "ltr"], ["ar", "rtl"]]) {
  test(`the page speaks the language that is written on the element, ${lang}, and the strip with it`, async () => {
    const { course } = await platform.launch({
      scorm: "1.2",
      address: platform.edited("1.2", "<leadership-audit>", `<leadership-audit lang="${lang}">`),
    });
    const say = readTranslations(PROJECT)[lang];
    await notice(course, say(ENGLISH["connection.open"]));
    await notice(course, say(ENGLISH["more.nothing"]));
    const root = await course.evaluate(() => [document.documentElement.lang, document.documentElement.dir, document.title]);
    assert.deepEqual(root, [lang, direction, say("Leadership Audit")]);
  });
}

test("without a platform the page says so, and the audit works", async () => {
  const { course } = await platform.launch({ scorm: "1.2", without: true });
  await notice(course, ENGLISH["connection.absent"]);
  await finishShort(course);
  await notice(course, ENGLISH["connection.absent"]);
});

test("a platform that throws costs nothing, and gets the completion when it works again", async () => {
  const scorm = "1.2";
  const { page, course } = await platform.launch({ scorm });
  await page.evaluate(() => {
    window.working = window.API;
    const fails = () => {
      throw new Error("out of order");
    };
    window.API = Object.fromEntries(Object.keys(window.working).map((name) => [name, fails]));
  });
  await course.goto(course.url());
  await notice(course, ENGLISH["connection.refused"]);
  const { violations } = await runAxe(page, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] });
  assert.deepEqual(violations.map(({ id }) => id), []);
  await takeShort(course);
  await answer(course, "4");
  await complete(course);
  await notice(course, ENGLISH["completion.false"]);
  await course.getByRole("button", { name: "Try again" }).click();
  await notice(course, ENGLISH["completion.false"]);
  await page.evaluate(() => (window.API = window.working));
  await course.getByRole("button", { name: "Try again" }).click();
  await notice(course, ENGLISH["completion.true"]);
  assert.ok((await made(page, "SetValue")).some(([field, value]) => field === FIELDS[scorm].status && value === "completed"));
  assert.equal(await course.getByRole("button", { name: "Try again" }).count(), 0);
});

test("a completion that a platform did not take is reported on the next visit", async () => {
  const context = await platform.site.newContext();
  const { page, course } = await platform.launch({ scorm: "2004", context });
  platform.accepts = false;
  await complete(course);
  await notice(course, ENGLISH["completion.false"]);
  // The browser says in its console that the platform answered with a fault.
  page.faults = [];
  platform.accepts = true;
  const next = await platform.launch({ scorm: "2004", context, status: "incomplete" });
  await notice(next.course, ENGLISH["completion.true"]);
  const last = await platform.launch({ scorm: "2004", context, status: "incomplete" });
  await notice(last.course, ENGLISH["connection.open"]);
});

test("a completion that waits for the next visit is deleted with everything else", async () => {
  const { page, course } = await platform.launch({ scorm: "2004" });
  platform.accepts = false;
  await complete(course);
  await notice(course, ENGLISH["completion.false"]);
  page.faults = [];
  platform.accepts = true;
  const keys = () => course.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("leadership-audit-scorm:")));
  assert.equal((await keys()).length, 1);
  await course.evaluate(() => {
    document.querySelector("leadership-audit").dispatchEvent(new CustomEvent("leadership-audit-erased", { bubbles: true }));
  });
  assert.deepEqual(await keys(), []);
});

test("wherever the platform’s API is, it is found", async () => {
  const scorm = "2004";
  const context = await platform.site.newContext();
  const course = platform.addressOf(scorm);
  // Same site, another origin: a window of it gives no API, and throws when asked.
  const between = await platform.site.serve({ pages: { "/frame": platform.framed(course) } });
  const inPopup = async (address) => {
    const page = await platform.openLaunch({ scorm, context });
    const [popup] = await Promise.all([page.waitForEvent("popup"), page.evaluate((url) => void window.open(url), address)]);
    return [page, await courseIn(popup)];
  };
  const places = {
    "a parent of a parent, beyond another origin": async () => {
      const launched = await platform.launch({ scorm, context, address: `${between.address}frame` });
      return [launched.page, launched.course];
    },
    "the window that opened it": () => inPopup(course),
    "the window that opened the one around it": () => inPopup(platform.publish(platform.framed(course))),
  };
  for (const [place, open] of Object.entries(places)) {
    const [page, opened] = await open();
    await notice(opened, ENGLISH["connection.open"]);
    assert.equal((await made(page, "Initialize")).length, 1, place);
  }
});

test("a page that comes back from the browser’s cache reports in a new session", async () => {
  const { page, course } = await platform.launch({ scorm: "1.2" });
  await hide(course);
  await complete(course);
  await notice(course, ENGLISH["completion.false"]);
  await show(course);
  await notice(course, ENGLISH["completion.true"]);
  assert.equal((await made(page, "Initialize")).length, 2);
});

test("of a preview a platform learns nothing, and nobody is offered to send it anything", async () => {
  const address = platform.edited("1.2", "<leadership-audit>", '<leadership-audit share-label="Send it">');
  const { page, course } = await platform.launch({ scorm: "1.2", mode: "browse", address });
  await notice(course, ENGLISH["connection.preview"]);
  assert.equal(await course.locator("leadership-audit").getAttribute("share-label"), null);
  await complete(course);
  assert.deepEqual(await made(page, "SetValue"), []);
});

test("learners who share a browser do not see each other’s answers, and nothing stored names them", async () => {
  const context = await platform.site.newContext();
  const one = await platform.launch({ scorm: "1.2", context, learner: "one@example.com" });
  await takeShort(one.course);
  await answer(one.course, "44");
  const other = await platform.launch({ scorm: "1.2", context, learner: "two@example.com" });
  await startAndAnswer(other.course, "5");
  const again = await platform.launch({ scorm: "1.2", context, learner: "one@example.com" });
  await says(again.course, "2 of 18 answered.");
  const stored = await again.course.evaluate(() => JSON.stringify({ ...localStorage }));
  assert.doesNotMatch(stored, /example\.com/);
});

test("the manifests name every file of their packages, and leave what is completed to the page", async () => {
  const page = await (await platform.site.newContext()).newPage();
  for (const scorm of ["1.2", "2004"]) {
    const files = platform.packages[scorm];
    const text = Buffer.from(files["imsmanifest.xml"]).toString();
    const read = await page.evaluate((text) => {
      const manifest = new DOMParser().parseFromString(text, "application/xml");
      const all = (name) => [...manifest.getElementsByTagNameNS("*", name)];
      const [resource] = all("resource");
      const sco = [...resource.attributes].find(({ localName }) => localName.toLowerCase() === "scormtype");
      const [controls] = all("deliveryControls");
      return {
        root: manifest.documentElement.localName,
        version: all("schemaversion")[0].textContent,
        files: all("file").map((file) => file.getAttribute("href")),
        launched: [resource.getAttribute("href"), sco.value],
        item: all("item")[0].getAttribute("identifierref") === resource.getAttribute("identifier"),
        controls: controls && [...controls.attributes].map(({ name, value }) => `${name}=${value}`),
      };
    }, text);
    assert.deepEqual(read, {
      root: "manifest",
      version: { 1.2: "1.2", 2004: "2004 4th Edition" }[scorm],
      files: Object.keys(files).filter((name) => name !== "imsmanifest.xml").sort(),
      launched: ["index.html", "sco"],
      item: true,
      controls: { 2004: ["completionSetByContent=true", "objectiveSetByContent=true"] }[scorm],
    });
  }
});
