// A learning platform with the packages of packaging/scorm.mjs unzipped, each as a course: scorm-again is what answers
// them, files are for learners who are logged in, and the pages of a course are under the strict policy.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before } from "node:test";
import { unzipSync } from "fflate";
import { strictPolicy } from "./server.mjs";
import { useServer, useSite } from "./site.mjs";
import { PROJECT, noteFaults } from "./widget.mjs";

/** By version: how a window offers the runtime, and what it is given of an attempt. */
const RUNTIMES = {
  1.2: {
    api: "API",
    runtime: "Scorm12API",
    calls: ["LMSInitialize", "LMSFinish", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSGetLastError"],
    attempt: ({ learner, status, mode }) => ({ core: { student_id: learner, lesson_status: status, lesson_mode: mode } }),
  },
  2004: {
    api: "API_1484_11",
    runtime: "Scorm2004API",
    calls: ["Initialize", "Terminate", "GetValue", "SetValue", "Commit", "GetLastError"],
    attempt: ({ learner, status, mode }) => ({ learner_id: learner, completion_status: status, mode }),
  },
};

const NAMES = { 1.2: /-scorm12-.+\.zip$/, 2004: /-scorm2004-.+\.zip$/ };

/** Packs dist/, and unzips both packages as courses into `folder`. @returns the files of each, by name */
function install(folder) {
  const packed = join(folder, "packed");
  execFileSync("node", ["packaging/pack.mjs", "--out", packed], { cwd: PROJECT });
  const packages = {};
  for (const [scorm, name] of Object.entries(NAMES)) {
    const zip = readdirSync(packed).find((file) => name.test(file));
    packages[scorm] = unzipSync(readFileSync(join(packed, zip)));
    for (const [path, bytes] of Object.entries(packages[scorm])) {
      const place = join(folder, "courses", scorm, path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, bytes);
    }
  }
  return packages;
}

const framed = (address) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A frame</title>
   <iframe src="${address}" title="Course" width="700" height="800"></iframe>`;

/** The page of the platform that launches a course. Without a `frame` something else opens it. */
function launchPage({ scorm, learner = "17", status = "", mode = "normal", without = false, frame }) {
  const { api, runtime, calls, attempt } = RUNTIMES[scorm];
  const given = JSON.stringify({ api, runtime, calls, attempt: attempt({ learner, status, mode }) });
  const offer = `<script src="/scorm-again.js"></script>
    <script>
      const { api, runtime, calls, attempt } = ${given};
      const platform = new window[runtime]({ lmsCommitUrl: "/record", logLevel: 5 });
      platform.loadFromJSON(attempt, "cmi");
      window.made = [];
      window[api] = {};
      for (const name of calls) {
        window[api][name] = (...values) => {
          window.made.push([name, ...values]);
          return platform[name](...values);
        };
      }
    </script>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A learning platform</title>
    ${without ? "" : offer}
    ${frame ? `<iframe src="${frame}" title="Course" width="700" height="800"></iframe>` : ""}`;
}

/** A platform and a browser for the tests of a file. */
export function usePlatform() {
  const folder = mkdtempSync(join(tmpdir(), "leadership-audit-platform-"));
  const scormAgain = createRequire(import.meta.url).resolve("scorm-again/min");
  const platform = { packages: install(folder), records: [], accepts: true };

  function fault(path, _, request) {
    if (path === "/record") {
      let text = "";
      request.on("data", (piece) => (text += piece));
      const until = new Promise((resolve) => request.on("end", resolve)).then(() => platform.records.push(JSON.parse(text).cmi));
      const answer = { result: platform.accepts, errorCode: platform.accepts ? 0 : 101 };
      return { status: 200, type: "application/json", body: Buffer.from(JSON.stringify(answer)), until };
    }
    if (!path.startsWith("/courses/")) return { headers: { "set-cookie": "session=1; Path=/" } };
    const isLoggedIn = /\bsession=1\b/.test(request.headers.cookie ?? "");
    if (!isLoggedIn) return { status: 303, headers: { location: "/login" } };
    return { headers: { "content-security-policy": strictPolicy() } };
  }

  const pages = { "/scorm-again.js": readFileSync(scormAgain), "/login": "<title>Log in</title>" };
  const server = useServer({ pages, fault }, `${folder}/`);
  const site = useSite();
  before(() => server.ready);
  after(() => rmSync(folder, { recursive: true, force: true }));

  const addressOf = (scorm, file = "index.html") => `${server.address}courses/${scorm}/${file}`;

  /** Serves a page, each time under another path. */
  function publish(text) {
    const path = `/page-${Object.keys(pages).length}`;
    pages[path] = text;
    return server.address + path.slice(1);
  }

  async function openPage(address, context) {
    const page = await (context ?? (await site.newContext())).newPage();
    noteFaults(site.watch(page));
    await page.goto(address);
    return page;
  }

  return Object.assign(platform, {
    site,
    publish,
    framed,
    addressOf,
    /** The address of the course's page after a change of its text by its owner. */
    edited(scorm, from, to) {
      const text = Buffer.from(platform.packages[scorm]["index.html"]).toString();
      const path = `/courses/${scorm}/edited-${Object.keys(pages).length}.html`;
      pages[path] = text.replace(from, to);
      return server.address + path.slice(1);
    },
    /** Opens a page of the platform, with no course in it. */
    openLaunch: (options) => openPage(publish(launchPage(options)), options.context),
    /** Launches a course in a frame of the platform's page. @returns both pages: in that of the course one can press keys */
    async launch({ scorm, context, address = addressOf(scorm), ...options }) {
      const page = await openPage(publish(launchPage({ scorm, frame: address, ...options })), context);
      return { page, course: await courseIn(page) };
    },
  });
}

/** The page of the course among the frames of a page, with its keyboard. */
export async function courseIn(page) {
  // A window that was just opened has no address yet.
  const named = (frame) => URL.canParse(frame.url()) && new URL(frame.url()).pathname.startsWith("/courses/");
  for (let turn = 0; !page.frames().some(named); turn++) {
    if (turn > 600) throw new Error("no course was opened");
    await page.waitForTimeout(50);
  }
  const course = page.frames().find(named);
  await course.locator("leadership-audit h2").first().waitFor();
  return Object.assign(course, { keyboard: page.keyboard });
}

/** The calls of the runtime that end in this, without their names. */
export async function made(page, ending) {
  const calls = await page.evaluate(() => window.made);
  return calls.filter(([name]) => name.endsWith(ending)).map(([, ...values]) => values);
}

/** Closes the course, as a platform does when a learner leaves. */
export const leave = (page) => page.evaluate(() => document.querySelector("iframe").remove());
