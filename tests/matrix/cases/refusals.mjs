// What browsers refuse without a word. The visitor sees a notice with the text itself, and the page around hears
// only of what happened.
import assert from "node:assert/strict";
import { hostPage } from "../visit.mjs";

const ROW = "refused without an error";
const NOT_STORED = "could not be stored";

/** The formats of which the page has heard, in the document of the widget. */
const hear = () => {
  window.exported = [];
  addEventListener("leadership-audit-exported", ({ detail }) => window.exported.push(detail.format));
};

/** A host page whose browser refuses something, and that hears of exports. */
const refusing = (script) => ({ head: `<script>(${hear})();(${script})()</script>` });

async function toKeep(visit) {
  await visit.finish();
  await visit.press("Save, print or delete");
  await visit.says("Open a saved result");
}

/** The text of the only field that shows one, all of it selected. */
const shown = (visit) =>
  visit.until(() => {
    const area = probe.root().querySelector(".outcome textarea");
    return area !== null && area.selectionEnd - area.selectionStart === area.value.length && area.value;
  });

const exported = (visit) => visit.run(() => window.exported);

/** Storage that this breaks causes a notice at the first answer, and no later screen claims that anything is stored. */
const storageCase = (name, script) => ({
  row: ROW,
  name: `storage ${name}: the visitor sees a notice, and no screen claims otherwise`,
  async run(visit) {
    await visit.host({ script });
    await visit.startAndAnswer("45");
    await visit.says(NOT_STORED);
    for (const place of ["2 of 36", "1 of 36"]) {
      await visit.press("Back");
      await visit.says(place);
    }
    await visit.press("Back");
    await visit.says("Your answers stay on this page, and are gone when you close it.");
    await visit.run(() => {
      window.before = true;
      setTimeout(() => location.reload());
    });
    await visit.until(() => !window.before && window.probe?.text().includes("Start"));
    assert.equal(await visit.run(() => probe.text().includes("Continue where you left off")), false);
  },
});

export const CASES = [
  storageCase("keeps nothing", () => {
    Storage.prototype.setItem = () => {};
  }),
  storageCase("gives nothing back", () => {
    Storage.prototype.getItem = () => null;
  }),
  {
    row: ROW,
    name: "a sandbox without allow-downloads and allow-modals: the file is there as text, and printing is said not to work",
    async run(visit) {
      await visit.begin({
        pages: {
          "/": '<!doctype html><title>Outside</title><iframe src="/inside" sandbox="allow-scripts allow-same-origin allow-forms" width="900" height="700"></iframe>',
          "/inside": hostPage(refusing(() => {})),
        },
      });
      await visit.open();
      await visit.browser.frame(() => document.querySelector("iframe"));
      await toKeep(visit);
      await visit.press("Save as a JSON file");
      await visit.says("This page can’t save a file here.");
      await visit.press("Copy it as text");
      assert.equal(JSON.parse(await shown(visit)).schema, "leadership-audit/result");
      await visit.press("Print, or save as PDF");
      await visit.says("This browser didn’t let the page print here.");
      assert.deepEqual(await exported(visit), []);
    },
  },
  {
    row: ROW,
    name: "a file that never arrives: its text is one press away",
    async run(visit) {
      await visit.host(refusing(() => {}));
      await toKeep(visit);
      await visit.press("Save as a JSON file");
      await visit.says("Didn’t get the file?");
      await visit.press("Copy it as text");
      assert.equal(await shown(visit), await visit.until(() => probe.saved[0]));
      assert.deepEqual(await exported(visit), ["json"]);
    },
  },
  {
    row: ROW,
    name: "print does nothing: a notice says so",
    async run(visit) {
      await visit.host(
        refusing(() => {
          const { contentWindow } = Object.getOwnPropertyDescriptors(HTMLIFrameElement.prototype);
          Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", {
            get() {
              const page = contentWindow.get.call(this);
              page.print = () => {};
              return page;
            },
          });
        }),
      );
      await toKeep(visit);
      await visit.press("Print, or save as PDF");
      await visit.says("This browser didn’t let the page print here.");
      assert.deepEqual(await exported(visit), []);
    },
  },
  {
    row: ROW,
    name: "the clipboard never answers: the summary is on screen, selected",
    async run(visit) {
      await visit.host(
        refusing(() => {
          const clipboard = { writeText: () => new Promise(() => {}) };
          Object.defineProperty(navigator, "clipboard", { value: clipboard });
          document.execCommand = () => false;
        }),
      );
      await toKeep(visit);
      await visit.press("Copy a summary");
      await visit.says("This browser didn’t let the page copy.");
      assert.ok((await shown(visit)).startsWith("Your result, "));
      assert.deepEqual(await exported(visit), []);
    },
  },
];
