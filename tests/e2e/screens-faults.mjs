// The screens of failures, and notices.
import { MONDAY, audit, deleteEverything, kept, onItem, says, start } from "./steps.mjs";
import { PREFIX, answer, pressButton, setTime } from "./widget.mjs";

export const unreachable = (page, path) => page.route(path, (route) => route.abort());
export const PROGRAM = "**/*-widget_bg.wasm";

/** The program, or a part of it, does not load. */
export const FAILED = [
  ["failure", (page) => says(page, "Nothing of yours is lost."), "loads"],
  [
    "failure with answers stored",
    async (page) => {
      await page.unroute(PROGRAM);
      await pressButton(page, "Try again");
      await start(page);
      await answer(page, "44");
      await unreachable(page, PROGRAM);
      await page.reload();
      await says(page, "What you answered before is still here.");
    },
    "loads",
  ],
  [
    "a missing part",
    async (page) => {
      await page.unroute(PROGRAM);
      await unreachable(page, "**/*-followup.wasm");
      await page.goto(new URL("/map", page.url()).href);
      await says(page, "This part is not here yet");
    },
    "loads",
  ],
];

export const FELL = [
  [
    "restarted after a panic",
    async (page) => {
      await start(page);
      await page.evaluate(() => window.arm(1));
      await page.keyboard.press("4");
      await says(page, "the audit has started afresh");
      await onItem(page);
    },
  ],
];

export const OFF = [["storage off", (page) => says(page, "does not let the page keep anything"), "loads"]];

export const NEWER = [
  [
    "answers of a newer version",
    async (page) => {
      await start(page);
      await answer(page, "44");
      const head = [`${PREFIX}head`, '{"version":2,"anything":true}'];
      await page.evaluate(([key, text]) => localStorage.setItem(key, text), head);
      await page.reload();
      await says(page, "This page is older than your saved answers");
    },
    "loads",
  ],
  ["a closed notice", (page) => pressButton(page, "Close")],
];

/** Another tab of the same visitor changes the screen. */
export const TABS = [
  [
    "finished in another tab",
    async (page) => {
      await audit(page).getByLabel("3 minutes").check();
      await start(page);
      await answer(page, "4");
      const other = await page.context().newPage();
      kept.set(page, other);
      await setTime(other, MONDAY);
      await other.goto(page.url());
      await start(other, "Continue where you left off");
      await answer(other, "44444444444444444");
      await says(page, "You finished this audit in another tab.");
    },
    "elsewhere",
  ],
  [
    "deleted in another tab",
    async (page) => {
      const other = kept.get(page);
      await pressButton(other, "Save, print or delete");
      await deleteEverything(other);
      await says(page, "Everything was deleted in another tab.");
      await other.close();
    },
    "elsewhere",
  ],
];
