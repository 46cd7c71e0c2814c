// Faults of storage: what is kept, and what becomes of it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { PREFIX } from "../../e2e/widget.mjs";
import { hostPage } from "../visit.mjs";

const FIXTURE = JSON.parse(
  readFileSync(new URL("../../../crates/testing/fixtures/0.1.0/backup.json", import.meta.url), "utf8"),
);
const MEMORY = "This browser does not let the page keep anything.";
const UNREADABLE = "Part of what was stored could not be read.";
const FIRST_FOUR = ["up-trust-1", "up-candour-1", "up-alignment-1", "up-stewardship-1"];
const MAP = { pages: { "/map": hostPage({ attributes: 'start="map"' }) } };

const K = { name: "K.", place: "across", kind: "peer", tie: "tense", last_talk: "long_ago", important: true };
const RELATIONSHIP = {
  [`${PREFIX}practice:relationship-1-7`]: JSON.stringify({ version: 1, clock: 1, writer: 7, ...K }),
};

async function runsInMemory(visit) {
  await visit.says(MEMORY);
  await visit.finish();
  assert.equal(JSON.parse(await visit.saved()).schema, "leadership-audit/result");
}

/** Unreadable records are moved to other keys with their text unchanged. */
async function assertSetAside(visit, broken) {
  const records = await visit.stored();
  for (const [key, text] of Object.entries(broken)) {
    assert.equal(records[key], undefined, key);
    assert.ok(Object.values(records).includes(text), `the text of ${key} is kept`);
  }
}

export const CASES = [
  {
    row: "localStorage throws or is null",
    name: "it throws, in a frame without an origin: the audit runs in memory",
    async run(visit) {
      await visit.begin({
        headers: { "access-control-allow-origin": "*" },
        pages: {
          "/": '<!doctype html><title>Outside</title><iframe src="/inside" sandbox="allow-scripts" width="900" height="700"></iframe>',
          "/inside": hostPage(),
        },
      });
      await visit.open();
      await visit.browser.frame(() => document.querySelector("iframe"));
      await runsInMemory(visit);
    },
  },
  {
    row: "localStorage throws or is null",
    name: "it is null: the audit runs in memory",
    async run(visit) {
      await visit.host({ script: () => Object.defineProperty(window, "localStorage", { get: () => null }) });
      await runsInMemory(visit);
    },
  },
  {
    row: "quota exceeded during a write",
    name: "filled to the last character, then freed: the next answer stores both",
    async run(visit) {
      await visit.host();
      await visit.startAndAnswer("4");
      await visit.run(() => {
        let text = "x".repeat(1 << 20);
        for (let count = 0; text.length > 0; count++) {
          try {
            localStorage.setItem(`filler-${count}`, text);
          } catch {
            text = text.slice(text.length >> 1);
            if (text.length === 1) text = "";
          }
        }
      });
      await visit.answer("2");
      await visit.says("storage for this website is full");
      assert.deepEqual(await visit.answers(), { "up-trust-1": 4 }, "the old value is intact");
      await visit.run(() => {
        for (const key of Object.keys(localStorage)) {
          if (key.startsWith("filler")) localStorage.removeItem(key);
        }
      });
      await visit.answer("3");
      assert.deepEqual(Object.values(await visit.answers()).sort(), [2, 3, 4]);
      await visit.until(() => !probe.text().includes("is full"));
    },
  },
  {
    row: "truncated or corrupt value",
    name: "a truncated and a garbled answer are set aside untouched, and the others load",
    async run(visit) {
      await visit.host();
      await visit.startAndAnswer("444");
      const broken = {
        [`${PREFIX}answer:up-trust-1`]: '{"version":1,"clo',
        [`${PREFIX}answer:up-candour-1`]: "\u0000\uffff{]",
      };
      await visit.store(broken);
      await visit.browser.reload();
      await visit.says(UNREADABLE);
      await visit.says("1 of 36 answered.");
      await assertSetAside(visit, broken);
    },
  },
  {
    row: "truncated or corrupt value",
    name: "a corrupt note of the practice is set aside untouched, and the others load",
    async run(visit) {
      await visit.begin(MAP);
      await visit.open("empty");
      const broken = { [`${PREFIX}practice:circle`]: "{" };
      await visit.store({ ...RELATIONSHIP, ...broken });
      await visit.open("map");
      await visit.says(UNREADABLE);
      await visit.says("Tense · last talked long ago");
      await assertSetAside(visit, broken);
    },
  },
  {
    row: "value from a newer version",
    name: "among the answers: nothing is written, every byte stays",
    async run(visit) {
      await visit.host();
      await visit.startAndAnswer("44");
      await visit.store({ [`${PREFIX}head`]: '{"version":2,"anything":true}' });
      const before = await visit.stored();
      await visit.browser.reload();
      await visit.says("This page is older than your saved answers");
      await visit.startAndAnswer("55");
      assert.deepEqual(await visit.stored(), before);
    },
  },
  {
    row: "value from a newer version",
    name: "among the notes of the practice: readable notes are shown, every byte stays",
    async run(visit) {
      await visit.begin(MAP);
      await visit.open("empty");
      await visit.store({ ...RELATIONSHIP, [`${PREFIX}practice:circle`]: '{"version":2,"mood":"sunny"}' });
      const before = await visit.stored();
      await visit.open("map");
      await visit.says("This page is older than your saved answers");
      await visit.says("stays on this page and is gone when you close it");
      await visit.says("Tense · last talked long ago");
      await visit.run(() => (probe.root().querySelector(".people details").open = true));
      await visit.press("Remove");
      await visit.says("Nobody is here yet.");
      assert.deepEqual(await visit.stored(), before);
    },
  },
  {
    row: "value from an older version",
    name: "the audit continues from the records of 0.1.0, the oldest version",
    async run(visit) {
      await visit.begin();
      await visit.open("empty");
      await visit.store(FIXTURE.records);
      await visit.open();
      await visit.until(() => /\d+ of 36 answered/.test(probe.text()));
      const before = await visit.answers();
      await visit.resume();
      await visit.answer("5");
      const after = await visit.answers();
      assert.ok(Object.keys(before).length > 0 && Object.keys(before).every((item) => item in after));
    },
  },
  {
    row: "concurrent documents",
    name: "two tabs that answer different items lose no answer",
    async run(visit) {
      await visit.begin();
      const first = await visit.tab();
      await visit.startAndAnswer("44");
      const second = await visit.tab();
      await visit.resume();
      await visit.answer("55");
      await visit.to(first);
      await visit.answer("2");
      await visit.to(second);
      const answers = await visit.answers();
      // Both tabs answered the third item, and the later answer counts; only one answered the fourth.
      assert.deepEqual(FIRST_FOUR.map((item) => answers[item]), [4, 4, 2, 5]);
      await visit.tab();
      await visit.says("4 of 36 answered.");
    },
  },
  {
    row: "concurrent documents",
    name: "a page restored from the back/forward cache has the answers given meanwhile",
    not: { firefox: "cannot be emulated: under its driver no page enters the cache" },
    async run(visit) {
      const script = () => addEventListener("pageshow", ({ persisted }) => (window.persisted = persisted));
      await visit.host({ script }, { pages: { "/other": hostPage() } });
      await visit.startAndAnswer("44");
      await visit.open("other");
      await visit.resume();
      await visit.answer("55");
      // From the statements of this page to its welcome screen, and from there to the page before.
      await visit.browser.back();
      await visit.says("Continue where you left off");
      await visit.browser.back();
      await visit.until(() => window.persisted !== undefined);
      assert.equal(await visit.run(() => window.persisted), true, "it comes from the cache");
      await visit.says("5 of 36");
    },
  },
  {
    row: "clock runs backwards",
    name: "the last answer counts, although its tab's clock is a year slow",
    async run(visit) {
      const script = () => {
        const { now } = Date;
        Date.now = () => now() - 365 * 24 * 3600 * 1000;
      };
      const record = async () => JSON.parse((await visit.stored())[`${PREFIX}answer:up-trust-1`]);
      const back = async () => {
        await visit.resume();
        await visit.press("Back");
        await visit.says("1 of 36");
      };
      await visit.begin({ pages: { "/slow": hostPage({ script }) } });
      await visit.tab();
      await visit.startAndAnswer("4");
      const first = await record();
      await visit.tab("slow");
      await back();
      await visit.answer("2");
      const second = await record();
      assert.equal(second.value, 2);
      assert.ok(second.clock > first.clock);
      await visit.tab();
      await back();
      await visit.until(() => probe.root().querySelector("input[value='2']")?.checked);
    },
  },
  {
    row: "storage cleared while open",
    name: "cleared by another tab: a notice says so, and the answers are stored again",
    async run(visit) {
      await visit.begin();
      const first = await visit.tab();
      await visit.startAndAnswer("453");
      await visit.tab("empty");
      await visit.run(() => localStorage.clear());
      await visit.to(first);
      await visit.says("has stored them again");
      assert.deepEqual(Object.values(await visit.answers()).sort(), [3, 4, 5]);
    },
  },
  {
    row: "storage cleared while open",
    name: "everything deleted: deleted in every tab, undone, deleted again, and no key is left",
    async run(visit) {
      await visit.begin();
      const first = await visit.tab();
      await visit.finish();
      const second = await visit.tab();
      await visit.says("See your result");
      const deleteEverything = async () => {
        await visit.press("Save, print or delete");
        await visit.press("Delete everything");
        await visit.press("Yes, delete");
        await visit.says("Everything is deleted.");
        assert.deepEqual(Object.keys(await visit.stored()), [`${PREFIX}head`], "only the tombstone");
      };
      await visit.to(first);
      await deleteEverything();
      await visit.to(second);
      await visit.says("Everything was deleted in another tab.");
      await visit.to(first);
      await visit.press("Undo");
      await visit.press("See your result…");
      await deleteEverything();
      await visit.to(second);
      await visit.closeTab(second);
      await visit.to(first);
      await visit.run(() => void setTimeout(() => location.reload()));
      await visit.until(() => window.probe?.text().includes("Start") && localStorage.length === 0);
    },
  },
];
