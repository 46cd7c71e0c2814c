// What browsers refuse without a word: files in frames and apps, printing, the clipboard, storage that keeps nothing.
// The visitor sees a notice with the text itself, and the page hears only of what happened.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isProgram } from "./server.mjs";
import { useServer, useSite } from "./site.mjs";
import {
  audit,
  catchPaper,
  deleteEverything,
  finishShort,
  hear,
  heard,
  save,
  says,
  start,
  startAndAnswer,
  SHORT,
  toKeep,
} from "./steps.mjs";
import { answer, focused, noteFaults, pressButton, stored } from "./widget.mjs";

const site = useSite({ headers: { "access-control-allow-origin": "*" } });
const host = useServer({ pages: {} });
const REFUSED_PAPER = "This browser didn’t let the page print here.";
const REFUSED_COPY = "This browser didn’t let the page copy.";
const MAY_HAVE_REFUSED = "Didn’t get the file?";
const ELSEWHERE = "Open the page in a browser such as Safari or Chrome instead";

const exported = async (page) => (await heard(page, "exported")).map(({ format }) => format);
const text = (page) => audit(page).locator(".outcome textarea").inputValue();
/** What is selected in the field that has focus. */
const selected = (page) =>
  page.evaluate(() => {
    const field = document.querySelector("leadership-audit").shadowRoot.activeElement;
    return field.value.slice(field.selectionStart, field.selectionEnd);
  });

/** Runs in the page before its scripts: the clipboard is closed. */
const closeClipboard = () => {
  navigator.clipboard.writeText = () => Promise.reject(new Error("closed"));
  document.execCommand = () => false;
};

/** Opens a page at a result, where it is exported. */
async function openKeep({ init = () => {}, ...options } = {}) {
  const context = await site.newContext(options);
  await context.addInitScript(hear);
  const page = await site.open("", { context, init });
  await finishShort(page);
  await toKeep(page);
  return page;
}

/** Opens the page for iframes in a sandbox, at a result; `page` in it is as far as the steps need one. */
async function openSandboxed(server, sandbox) {
  server.behaviour.pages ??= {};
  server.behaviour.pages["/sandbox"] = `<!doctype html><html lang="en"><title>Around</title>
    <iframe src="${site.address}embed.html?form=short&loading=eager" sandbox="${sandbox}" width="600" height="3000"></iframe>`;
  const context = await site.newContext();
  await context.addInitScript(hear);
  const outer = await context.newPage();
  noteFaults(outer);
  await outer.goto(`${server.address}sandbox`);
  const inside = outer.frames()[1];
  const page = {
    locator: (selector) => inside.locator(selector),
    evaluate: (...given) => inside.evaluate(...given),
    keyboard: outer.keyboard,
    outer,
  };
  await start(page);
  await answer(page, SHORT);
  await toKeep(page);
  return page;
}

test("after a file was offered: one line, and from there its text on the clipboard and on screen", async () => {
  const page = await openKeep({ permissions: ["clipboard-read", "clipboard-write"] });
  for (const [button, format] of [["Save as a JSON file", "json"], ["Save the answers as a table", "csv"]]) {
    const file = await save(page, button);
    const way = audit(page).locator(".way").filter({ has: page.getByRole("button", { name: button }) });
    await way.getByText(MAY_HAVE_REFUSED).waitFor();
    assert.equal(await audit(page).locator("textarea").count(), 0, "the text is there only if asked for");
    await way.getByRole("button", { name: "Copy it as text" }).click();
    await way.getByText("The text is on the clipboard").waitFor();
    await way.getByText(ELSEWHERE).waitFor();
    const normalised = file.text.replaceAll("\r\n", "\n");
    assert.equal(await way.locator("textarea").inputValue(), normalised);
    assert.equal(await selected(page), normalised);
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), file.text);
    assert.equal((await exported(page)).at(-1), format);
    await pressButton(page, "Back");
    await toKeep(page);
    assert.equal(await audit(page).locator(".outcome textarea").count(), 0);
  }
  assert.deepEqual(await exported(page), ["json", "csv"]);
});

test("a sandbox that forbids files and dialogs: a notice at once, and no event", async () => {
  const page = await openSandboxed(site.server, "allow-scripts allow-same-origin allow-forms");
  let files = 0;
  page.outer.on("download", () => files++);
  await pressButton(page, "Save as a JSON file");
  await says(page, "This page can’t save a file here.");
  await says(page, ELSEWHERE);
  await pressButton(page, "Copy it as text");
  await audit(page).locator(".outcome textarea").waitFor();
  assert.equal(JSON.parse(await text(page)).schema, "leadership-audit/result");
  await pressButton(page, "Print, or save as PDF");
  await says(page, REFUSED_PAPER);
  assert.deepEqual(await exported(page), []);
  assert.equal(files, 0);
});

test("a sandbox without an origin: what cannot be known is offered, and what did not happen is said", async () => {
  const page = await openSandboxed(host, "allow-scripts");
  await pressButton(page, "Save as a JSON file");
  await says(page, MAY_HAVE_REFUSED);
  await pressButton(page, "Copy it as text");
  await audit(page).locator(".outcome textarea").waitFor();
  assert.equal(JSON.parse(await text(page)).schema, "leadership-audit/result");
  await pressButton(page, "Print, or save as PDF");
  await says(page, REFUSED_PAPER);
  assert.ok(!(await exported(page)).includes("print"));
});

test("where no file can be created: a notice, and no event", async () => {
  const page = await openKeep();
  await page.evaluate(() => {
    URL.createObjectURL = () => {
      throw new TypeError("not here");
    };
  });
  await pressButton(page, "Save as a JSON file");
  await says(page, "This page can’t save a file here.");
  assert.deepEqual(await exported(page), []);
});

test("printing that does nothing or does not exist: said, with focus back, and unsaid if it begins late", async () => {
  for (const print of ["() => {}", "undefined", "() => { throw new Error() }"]) {
    const page = await openKeep({ init: { content: `window.print = ${print}` } });
    await audit(page).getByRole("button", { name: "Print, or save as PDF" }).focus();
    await page.keyboard.press("Enter");
    await says(page, REFUSED_PAPER);
    await says(page, ELSEWHERE);
    assert.match(await focused(page), /Print, or save as PDF/);
    assert.deepEqual(await exported(page), [], print);
    if (print === "() => {}") {
      const frame = audit(page).locator("iframe.print");
      await frame.evaluate(({ contentWindow }) => contentWindow.dispatchEvent(new Event("beforeprint")));
      assert.equal(await audit(page).getByText(REFUSED_PAPER).count(), 0);
      assert.deepEqual(await exported(page), ["print"]);
    }
  }
});

test("a print that began is heard of once, and nothing is said", async () => {
  const page = await openKeep({ init: catchPaper });
  await pressButton(page, "Print, or save as PDF");
  await page.waitForFunction(() => window.paper !== undefined);
  await page.waitForTimeout(2000);
  assert.deepEqual(await exported(page), ["print"]);
  assert.equal(await audit(page).getByText(REFUSED_PAPER).count(), 0);
});

test("a closed clipboard, in every way: the text is there, selected, and the page hears nothing", async () => {
  for (const close of [
    closeClipboard,
    () => {
      navigator.clipboard.writeText = () => new Promise(() => {});
      document.execCommand = undefined;
    },
    () => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      // A stub that claims success and fires no event.
      document.execCommand = () => true;
    },
    () => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("closed"));
      addEventListener("copy", (event) => event.stopImmediatePropagation(), true);
    },
  ]) {
    const page = await openKeep({ init: close });
    await pressButton(page, "Copy a summary");
    await says(page, REFUSED_COPY);
    assert.match(await selected(page), /^Your result, /);
    assert.equal(await selected(page), await text(page));
    assert.deepEqual(await exported(page), []);
  }
});

test("a page that forbids copying by script does not empty the clipboard", async () => {
  const page = await openKeep({ permissions: ["clipboard-read", "clipboard-write"] });
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("closed"));
    document.addEventListener("copy", (event) => event.preventDefault());
  });
  await pressButton(page, "Copy a summary");
  await says(page, "The text is on the clipboard");
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^Your result, /);
  assert.deepEqual(await exported(page), ["text"]);
});

test("the words of an act and the calendar file are there as text", async () => {
  const page = await site.openHost({ bare: true, attributes: 'start="practice"' }, { init: closeClipboard });
  await audit(page).getByLabel("With whom?", { exact: true }).fill("K.");
  await pressButton(page, "Copy the words");
  await says(page, REFUSED_COPY);
  assert.ok((await selected(page)).length > 10);
  const file = await save(page, "Save, with a calendar entry");
  await says(page, MAY_HAVE_REFUSED);
  await pressButton(page, "Copy it as text");
  await audit(page).locator(".outcome textarea").waitFor();
  assert.equal(await text(page), file.text.replaceAll("\r\n", "\n"));
});

test("the answers as a file, where the program cannot run, are there as text too", async () => {
  const context = await site.newContext();
  const page = await site.open("", { context });
  await startAndAnswer(page, "453");
  const server = site.server.behaviour;
  server.fault = (path) => isProgram(path) && { status: 404 };
  try {
    delete page.faults;
    await page.reload();
    const file = await save(page, "Save everything stored here as a file");
    await says(page, MAY_HAVE_REFUSED);
    await pressButton(page, "Copy it as text");
    await audit(page).locator(".outcome textarea").waitFor();
    assert.equal(await text(page), file.text);
  } finally {
    server.fault = undefined;
  }
});

for (const [retain, storage] of [["device", "localStorage"], ["session", "sessionStorage"]]) {
  test(`${storage} that keeps nothing: a notice, and no screen claims otherwise`, async () => {
    for (const breaks of [
      () => {
        Storage.prototype.setItem = () => {};
      },
      () => {
        Storage.prototype.getItem = () => null;
      },
      () => {
        const { setItem } = Storage.prototype;
        Storage.prototype.setItem = function (key, text) {
          setItem.call(this, key, text.slice(0, 20));
        };
      },
    ]) {
      const page = await site.open(`embed.html?retain=${retain}`, { init: breaks });
      await startAndAnswer(page, "4");
      await says(page, "could not be stored");
      await answer(page, "45");
      await page.goBack();
      await says(page, "Your answers stay on this page, and are gone when you close it.");
    }
  });
}

test("storage that keeps nothing: no later screen claims that it does", async () => {
  const page = await openKeep({
    init: () => {
      Storage.prototype.setItem = () => {};
    },
  });
  await says(page, "could not be stored");
  await says(page, "This result is here until you close this tab.");
  assert.equal(await audit(page).getByText("This browser keeps your latest result").count(), 0);
  await deleteEverything(page);
  await says(page, "Everything is deleted.");
  assert.deepEqual(await stored(page), {});
  await page.reload();
  await says(page, "Start");
  assert.equal(await audit(page).getByText("Continue where you left off").count(), 0);
});

test("storage that begins to keep what it is given has all of it with the next answer", async () => {
  const page = await site.open();
  await page.evaluate(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {};
    window.consent = () => (Storage.prototype.setItem = setItem);
  });
  await startAndAnswer(page, "45");
  await says(page, "could not be stored");
  await page.evaluate(() => window.consent());
  await answer(page, "3");
  await audit(page).getByText("could not be stored").waitFor({ state: "detached" });
  await page.reload();
  await says(page, "3 of 36 answered.");
});

test("storage that deletes nothing: a notice, and no deletion event", async () => {
  const page = await openKeep();
  await page.evaluate(() => {
    Storage.prototype.removeItem = () => {};
  });
  await deleteEverything(page);
  await says(page, "Not everything could be deleted.");
  assert.deepEqual(await heard(page, "erased"), []);
});
