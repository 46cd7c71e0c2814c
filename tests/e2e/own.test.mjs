// A coach's way from a spreadsheet to a widget on another page: what to mend, the preview, the file, the snippet.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { strictPolicy } from "./server.mjs";
import { useSite } from "./site.mjs";
import { PROJECT, pressButton } from "./widget.mjs";

// A questionnaire that was just made is fetched from the page itself.
const policy = strictPolicy().replace("connect-src 'self'", "connect-src 'self' blob:");
const site = useSite({ headers: { "content-security-policy": policy, "access-control-allow-origin": "*" } });

const SHEET = `Scale;Statement;Reversed;Form
Focus;I know by Monday noon what matters most.;;short
Focus;I start something new while the last is half done.;perhaps;
;I say at the beginning what a meeting has to decide.;;short
Meetings;I end a meeting when its work is done.;;
`;
const MENDED = SHEET.replace("perhaps", "x").replace("\n;I say", "\nMeetings;I say");

const choose = (page, name, text) =>
  page.locator("#own-file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const verdict = (page, text) => page.locator("#own-verdict").getByText(text).waitFor();
const preview = (page) => page.locator("leadership-audit");

async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test("from a sheet with faults to a widget on another page", async () => {
  const page = await site.open("");
  await choose(page, "work-habits.csv", SHEET);
  await verdict(page, "“work-habits.csv” isn’t ready yet");
  const faults = await page.locator("#own-faults li b").allTextContents();
  assert.deepEqual(faults.map((place) => place.match(/[A-Z]\d+/)[0]), ["C3", "A4"]);
  assert.equal(await page.locator("#own-ready").isVisible(), false);

  await choose(page, "work-habits.csv", MENDED);
  await verdict(page, "Statements: 4. In the short form: 2. Scales: 2. Languages: 1.");
  assert.equal(await page.locator("#own-faults li").count(), 0);
  await preview(page).getByRole("heading", { name: /work.habits/i }).waitFor();
  await preview(page).getByText("4 statements").waitFor();
  assert.ok((await page.locator("#own-notes li").count()) > 2, "what was filled in is said");

  const file = await saved(page, "#own-save");
  assert.equal(file.name, "work-habits.json");
  const snippet = await page.locator("#snippet").inputValue();
  assert.match(snippet, / src="[^"]+\/work-habits\.json"/);
  // Pasted on a page of another origin, with the files and the questionnaire where the snippet says.
  await page.locator("#base").fill(site.address);
  await page.locator("#base").blur();
  const pasted = await page.locator("#snippet").inputValue();
  site.server.behaviour.pages = { "/work-habits.json": file.bytes.toString() };
  const elsewhere = await site.serve({ pages: { "/": `<!doctype html><title>Elsewhere</title>${pasted}` } });
  const { length } = site.server.asked;
  const other = await site.open(elsewhere.address);
  await other.getByRole("heading", { name: /work.habits/i }).waitFor();
  const requests = site.server.asked.slice(length).filter((path) => path === "/work-habits.json");
  assert.equal(requests.length, 1, "the snippet preloads it, and the loader takes that response");
  await other.getByLabel("1 minute").first().check();
  await pressButton(other, "Start");
  await other.getByText("1 of 2").waitFor();
});

test("saved as a sheet and chosen again, it is the same file", async () => {
  const page = await site.open("");
  const examples = ["handing-over", "project-habits"].map((name) => `${PROJECT}examples/questionnaires/${name}.json`);
  for (const path of examples) {
    await page.locator("#own-file").setInputFiles(path);
    await verdict(page, "is ready");
    for (const button of ["#own-save-xlsx", "#own-save-csv"]) {
      const { name, bytes } = await saved(page, button);
      await page.locator("#own-file").setInputFiles({ name, mimeType: "", buffer: bytes });
      await verdict(page, "is ready");
      const file = await saved(page, "#own-save");
      assert.equal(file.bytes.toString(), readFileSync(path, "utf8"), `${button} of ${path}`);
    }
  }
  for (const button of ["#own-template-xlsx", "#own-template-csv"]) {
    const { name, bytes } = await saved(page, button);
    await page.locator("#own-file").setInputFiles({ name, mimeType: "", buffer: bytes });
    await verdict(page, /Statements: 6\. In the short form: \S+\. Scales: 3\./);
  }
});

test("texts for the results are written on the page, and go into the file", async () => {
  const page = await site.open("");
  await page.locator("#own-file").setInputFiles(`${PROJECT}examples/questionnaires/listening.json`);
  await verdict(page, /Statements: 8\..+ Scales: 1\./);
  await page.locator("#own-texts summary").first().click();
  await page.getByLabel("Who this scale is about").fill("Think of the person you talked to last.");
  await page.getByLabel("About a low score").fill("");
  await page.locator("#own-texts summary", { hasText: "The pulse" }).click();
  const pulse = ["I’m seen.", "I’m heard.", "I’m trusted.", "I’m free to disagree.", "I’m helped to grow."];
  for (const [index, text] of pulse.entries()) await page.getByLabel(`Statement ${index + 1}`).fill(text);
  await page.getByLabel("Statement 5").blur();
  await preview(page).getByRole("heading", { name: "Listening one to one" }).waitFor();
  const { scales, pulse: written, first } = JSON.parse((await saved(page, "#own-save")).bytes);
  assert.equal(scales[0].who, "Think of the person you talked to last.");
  assert.deepEqual(Object.keys(scales[0].about), ["middle", "high"]);
  assert.deepEqual(written, pulse);
  assert.equal(first[0].forms.full.who, scales[0].who);

  await page.locator("#own-back").click();
  await preview(page).getByRole("heading", { name: "How well do your working relationships" }).waitFor();
  assert.doesNotMatch(await page.locator("#snippet").inputValue(), /\.json/);
});

test("a file that is nothing of the kind: said in a sentence, and the preview stays", async () => {
  const page = await site.open("");
  for (const [name, text] of [
    ["picture.png", "\x89PNG\r\n\x1a\n\0\0"],
    ["empty.csv", ""],
    ["result.json", '{"schema": "leadership-audit/result"}'],
    ["broken.xlsx", "PK\x03\x04broken"],
    ["<img src=x onerror=alert(1)>.csv", "<img src=x>;<b>\n1;2"],
  ]) {
    await choose(page, name, text);
    await page.locator("#own-verdict").getByText(`“${name}” isn’t ready yet`).waitFor();
    assert.ok((await page.locator("#own-faults li").count()) > 0, name);
    await preview(page).getByRole("heading", { name: "How well do your working relationships" }).waitFor();
  }
});

test("each example is a page", async () => {
  for (const [name, heading] of [
    ["listening", "Listening one to one"],
    ["project-habits", "Habits of running a project team"],
    ["handing-over", "Handing over work"],
  ]) {
    const page = await site.open(`questionnaires/${name}.html`);
    await preview(page).getByRole("heading", { name: heading }).waitFor();
    await page.waitForFunction(() => document.querySelector("leadership-audit").shadowRoot.querySelector("form"));
    if (name !== "handing-over") continue;
    await page.getByRole("button", { name: "Deutsch" }).click();
    await preview(page).locator(".screen[lang=de]").getByRole("heading", { name: "Aufgaben abgeben" }).waitFor();
  }
});
