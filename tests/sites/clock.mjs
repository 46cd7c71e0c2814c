// A newcomer's clock: from the downloaded zip to a running audit, for each kind of host that docs/coach/ describes. A scripted
// person does every step; what a hand does is timed by the keystroke-level model, reading by its speed, and the machine's part by
// a watch. Prints the table of docs/coach/start.md. Not a test: nothing here fails for being slow.
//
//   node tests/sites/clock.mjs [ZIP OF A RELEASE]
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync, zipSync } from "fflate";
import { isForTests } from "../../loader/languages.mjs";
import { blocksOf } from "../e2e/blocks.mjs";
import { DIST, SHARED, folder, page, visit } from "../e2e/web.mjs";
import { PROJECT, launch, newContext, noteFaults } from "../e2e/widget.mjs";
import { codeBlock, frameByAddress } from "./builders.mjs";

const NAME = "leadership-audit-0.1.0";
const COACH = "https://www.coach.example";
const FILES = "https://files.example.com";

/** Seconds, of Card, Moran and Newell (1980): a key of somebody who types without skill, pointing, a click, the hand's way to the keys, a thought. */
const [KEY, POINT, CLICK, HOME, THINK] = [0.28, 1.1, 0.2, 0.4, 1.35];
/** Words a minute, silently, in English non-fiction: Brysbaert (2019). */
const WORDS = 238;
/** Megabits a second of a home's connection upwards. */
const UPLOAD = 10;

const press = (times = 1) => times * (THINK + POINT + CLICK);
const type = (text) => THINK + POINT + CLICK + HOME + text.length * KEY;
const drag = THINK + 2 * (POINT + CLICK);
/** Select, copy, and paste elsewhere, by the keyboard. */
const carry = 2 * (POINT + CLICK + HOME + 2 * KEY) + THINK;
const paste = THINK + POINT + CLICK + HOME + 2 * KEY;
const login = type("coach@coach.example") + type("twelve-chars") + press();

/** The words of some sections of a page for coaches; all of it without names. */
function wordsOf(file, ...sections) {
  const text = readFileSync(join(PROJECT, "docs/coach", file), "utf8").replace(/```[^]*?```/g, "");
  const parts = text.split(/^## /m).filter((part) => sections.length === 0 || sections.some((name) => part.startsWith(name)));
  if (sections.length > parts.length) throw new Error(`${file}: not every section is there`);
  return parts.join(" ").split(/\s+/).filter((word) => /\w/.test(word)).length;
}

/** What everybody reads on the first page, and what those read who need a second place. */
const FIRST = ["What you need", "1.", "2.", "4.", "5."];
const SECOND = [...FIRST, "3."];
const reading = (first, file, ...sections) => (60 * (wordsOf("start.md", ...first) + wordsOf(file, ...sections))) / WORDS;

const scratch = mkdtempSync(join(tmpdir(), "leadership-audit-clock-"));
const browser = await launch();

/** The zip of dist/, as a release has it: one folder. */
function zipped() {
  const names = readdirSync(DIST, { recursive: true }).filter((name) => statSync(join(DIST, name)).isFile() && !isForTests(name));
  return zipSync(Object.fromEntries(names.map((name) => [`${NAME}/${name}`, readFileSync(join(DIST, name))])), { level: 0 });
}
const zip = process.argv[2] ? readFileSync(process.argv[2]) : zipped();

function unpack(to) {
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    writeFileSync(join(to, name), bytes);
  }
}

/** A visitor's browser, in which the coach works, and what its sites serve. */
async function desk(sites) {
  const context = await newContext(browser);
  const missing = await visit(context, sites);
  const opened = await context.newPage();
  noteFaults(opened);
  return { opened, missing };
}

/** Opens the builder there, chooses the short form and where it will be pasted, and takes the snippet. */
async function fromBuilder(sites, address, flavour, base) {
  const { opened } = await desk(sites);
  await opened.goto(address);
  await opened.locator("leadership-audit h2").first().waitFor();
  await opened.locator("#form").selectOption("short");
  await opened.locator(`input[name=flavour][value=${flavour}]`).check();
  if (base) await opened.locator("#base").fill(base);
  await opened.waitForFunction(() => document.querySelector("#snippet").value.includes("form"));
  await opened.locator("#copy").click();
  const snippet = await opened.locator("#snippet").inputValue();
  await opened.context().close();
  return snippet;
}

/** Opens the page as a visitor, presses Start, and sees a statement. */
async function begins(sites, address, frames = (opened) => opened) {
  const { opened, missing } = await desk(sites);
  await opened.goto(address);
  const inside = frames(opened);
  await inside.getByRole("button", { name: "Start" }).click();
  await inside.locator("fieldset.item").waitFor();
  await opened.context().close();
  if (missing.length > 0) throw new Error(`asked for, and nowhere: ${missing.join(", ")}`);
}

const bytes = (at) =>
  readdirSync(at, { recursive: true }).reduce((sum, name) => sum + statSync(join(at, name)).size, 0);
const sending = (at) => (bytes(at) * 8) / (UPLOAD * 1e6);

/** The steps that begin every way but Hugo's: the folder unpacked and on the web. @returns steps, and what serves the folder */
function upload(name, origin, second) {
  const at = join(scratch, name);
  mkdirSync(at);
  const web = { [origin]: [folder(at, "/", second ? SHARED : {})] };
  const steps = [
    ["unpack the zip", press(2), () => unpack(at)],
    ["log in where the files go", login, () => {}],
    ...(second === "snippet" ? [["make the file _headers", press(3) + type("/*\n  Access-Control-Allow-Origin: *"), () => {}]] : []),
    ["drag the folder there", drag, () => sending(at)],
  ];
  return { steps, web, at };
}

/** What a way does: its name, what is read, and its steps, each with the seconds of a hand and what the machine does. */
function plainHtml() {
  const { steps, web, at } = upload("plain", COACH);
  let snippet;
  return {
    name: "[plain HTML](plain-html.md)",
    like: "a static web server",
    read: reading(FIRST, "plain-html.md", "What you need", "Step by step"),
    steps: [
      ...steps,
      ["open the builder, choose, copy", type(`${COACH}/${NAME}/`) + press(4), async () => {
        snippet = await fromBuilder(web, `${COACH}/${NAME}/`, "plain");
      }],
      ["open the page in an editor, paste, save", press(3) + paste, () => {
        writeFileSync(join(at, "audit.html"), page(`<h1>Coaching</h1>${snippet}`).body);
      }],
      ["upload the page", drag, () => 1],
      ["open it, press Start", type(`${COACH}/audit.html`) + press(), () => begins(web, `${COACH}/audit.html`)],
    ],
  };
}

function hugo() {
  const at = join(scratch, "hugo");
  const preview = "http://localhost:1313";
  let snippet;
  const put = (file, text) => {
    mkdirSync(dirname(join(at, file)), { recursive: true });
    writeFileSync(join(at, file), text);
  };
  const [call] = blocksOf("docs/coach/hugo.md").map(({ text }) => text);
  return {
    name: "[Hugo](hugo.md)",
    like: "Hugo itself, and a static web server",
    read: reading(FIRST, "hugo.md", "What you need", "Step by step"),
    steps: [
      ["unpack the zip into static/", press(2) + drag, () => unpack(join(at, "static"))],
      ["start Hugo", type("hugo server"), () => {
        put("config.toml", `baseURL = "${COACH}/"\ntitle = "A coach"\n`);
        put("layouts/_default/single.html", "<!doctype html><html lang=en><title>{{ .Title }}</title><body>{{ .Content }}");
        execFileSync("hugo", ["--quiet"], { cwd: at });
      }],
      ["open the builder, choose, give the address, copy", type(`${preview}/${NAME}/`) + press(3) + type(`${COACH}/${NAME}/`) + press(), async () => {
        const web = { [preview]: [folder(join(at, "public"))] };
        snippet = await fromBuilder(web, `${preview}/${NAME}/`, "plain", `${COACH}/${NAME}/`);
      }],
      ["make the file of the shortcode, paste", press(2) + type("leadership-audit.html") + paste + press(), () => {
        put("layouts/shortcodes/leadership-audit.html", snippet);
      }],
      ["write its name into the page", press() + type(call), () => put("content/audit.md", `---\ntitle: Audit\n---\n\n${call}\n`)],
      ["publish", type("hugo && rsync …"), () => {
        execFileSync("hugo", ["--quiet"], { cwd: at });
        return sending(join(at, "public"));
      }],
      ["open it, press Start", type(`${COACH}/audit/`) + press(), () => begins({ [COACH]: [folder(join(at, "public"))] }, `${COACH}/audit/`)],
    ],
  };
}

/** A site builder: the files on a second place, and what its editor has the coach do. */
function builder({ name, like, file, sections, flavour, second, editor, publish }) {
  const { steps, web } = upload(file, FILES, second);
  let published;
  return {
    name,
    like,
    read: reading(SECOND, file, ...sections),
    steps: [
      ...steps,
      ["open the builder, choose, copy", type(`${FILES}/${NAME}/`) + press(4), async () => {
        published = publish(await fromBuilder(web, `${FILES}/${NAME}/`, flavour));
      }],
      ...editor.map(([step, seconds]) => [step, seconds, () => {}]),
      ["open it in a private window, press Start", press(2) + type(`${COACH}/audit`) + press(), () =>
        begins({ ...published.sites, ...web }, published.address, published.frames)],
    ],
  };
}

const address = (snippet) => /<iframe[^>]*\ssrc="([^"]+)"/.exec(snippet)[1].replaceAll("&amp;", "&");
const edit = ["log in, open the page for editing", login + press(2)];

const WAYS = [
  plainHtml(),
  hugo(),
  builder({
    name: "[Squarespace](squarespace.md), [Webflow](webflow.md)",
    like: "a page with the code in it, among a builder’s styles",
    file: "squarespace.md",
    sections: ["What you need", "Step by step"],
    flavour: "plain",
    second: "snippet",
    editor: [edit, ["add a block for code", press(3)], ["set it, empty it, paste", press(2) + paste], ["save, publish", press(2)]],
    publish: codeBlock,
  }),
  builder({
    name: "[Wix](wix.md)",
    like: "a page with a sandboxed frame of another site, of fixed height",
    file: "wix.md",
    sections: ["What you need", "Step by step"],
    flavour: "iframe",
    second: "frame",
    editor: [
      edit,
      ["add an element that embeds", press(3)],
      ["choose the address, paste it", press() + carry],
      ["set its size for computers", 2 * drag],
      ["set its size for phones", press() + 2 * drag],
      ["publish", press()],
    ],
    publish: (snippet) => frameByAddress(address(snippet)),
  }),
  builder({
    name: "[Google Sites](google-sites.md)",
    like: "a page with a sandboxed frame of another site",
    file: "google-sites.md",
    sections: ["What you need", "The best way"],
    flavour: "iframe",
    second: "frame",
    editor: [edit, ["add a page that embeds, name it", press(3) + type("Self-assessment")], ["paste the address", press() + carry], ["publish", press(2)]],
    publish: (snippet) => frameByAddress(address(snippet), 900),
  }),
];

const minutes = (seconds) => (seconds < 60 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 6) / 10} min`);

console.log("| site | steps | reading | hands | waiting | together | imitated by |\n|---|--:|--:|--:|--:|--:|---|");
for (const { name, like, read, steps } of WAYS) {
  let [hands, waiting] = [0, 0];
  for (const [step, seconds, run] of steps) {
    const began = performance.now();
    try {
      // What a step returns are seconds that something takes elsewhere.
      waiting += (await run()) ?? 0;
    } catch (error) {
      throw new Error(`${name}, ${step}: ${error.message}`);
    }
    waiting += (performance.now() - began) / 1000;
    hands += seconds;
  }
  const cells = [steps.length, minutes(read), minutes(hands), minutes(waiting), `**${minutes(read + hands + waiting)}**`];
  console.log(`| ${name} | ${cells.join(" | ")} | ${like} |`);
}
await browser.close();
rmSync(scratch, { recursive: true });
