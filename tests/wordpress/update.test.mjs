// Pages that a cache kept, or that a visitor has open, after the plugin was updated.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { before, test } from "node:test";
import { unzipSync, zipSync } from "fflate";
import { packedPlugin } from "../../packaging/wordpress/site.mjs";
import { wordpressFiles } from "../../packaging/wordpress.mjs";
import { useSite } from "../e2e/site.mjs";
import { SHORT, finish, toKeep } from "../e2e/steps.mjs";
import { PROJECT } from "../e2e/widget.mjs";
import { answerOne, inEachWordPress, open } from "./wordpress.mjs";

const site = useSite();
const CONTENT = '[leadership_audit form="short"]';
const ASSET = "leadership-audit/assets/";

/** The plugin as another version, with another loader. @returns the path of its zip */
function otherVersion(version, folder) {
  const packed = unzipSync(readFileSync(packedPlugin()));
  const served = Object.entries(packed).filter(([name]) => name.startsWith(ASSET));
  const files = Object.fromEntries(served.map(([name, bytes]) => [name.slice(ASSET.length), bytes]));
  files["leadership-audit.js"] = Buffer.concat([files["leadership-audit.js"], Buffer.from(`\n// ${version}`)]);
  delete files["start.js"];
  const path = join(folder, `other-${version}.zip`);
  writeFileSync(path, zipSync(wordpressFiles({ root: PROJECT, version, files })));
  return path;
}

/** PHP may keep the old code for some seconds. */
async function until(holds) {
  for (let tries = 0; ; tries++) {
    try {
      return await holds();
    } catch (error) {
      if (tries > 60) throw error;
      await pause(250);
    }
  }
}

inEachWordPress((wordpress) => {
  let uploads, copies, address, current, cached;

  /** The page as WordPress writes it now. */
  const written = async () => (await fetch(address)).text();
  const names = () => readdirSync(copies).sort();
  /** The versions of which there is a copy. */
  const versions = () => names().map((name) => name.split("-")[0]);

  /** Opens the page as a cache kept it. */
  async function openCached() {
    const context = await site.newContext();
    await context.route(address, (route) => route.fulfill({ contentType: "text/html", body: cached }));
    return open(context, wordpress, address);
  }

  before(async () => {
    uploads = join(wordpress.site, "wp-content/uploads");
    copies = join(uploads, "leadership-audit");
    address = wordpress.publish(CONTENT);
    cached = await written();
    [current] = names();
  });

  test("after an update, a cached page runs to the end, and so does one that was left open", async () => {
    const left = await open(await site.newContext(), wordpress, address);
    assert.equal(await answerOne(left), 4);
    wordpress.run("update.php", otherVersion("0.99.0", wordpress.site));
    await until(async () => assert.match(await written(), /leadership-audit\/0\.99\.0-[\da-f]{8}\/start\.js/));
    const fresh = await open(await site.newContext(), wordpress, address);
    assert.equal(await answerOne(fresh), 4);
    assert.deepEqual(versions(), [current.split("-")[0], "0.99.0"]);

    const page = await openCached();
    await finish(page, SHORT);
    await toKeep(page);
    const used = Object.keys(page.files);
    assert.ok(used.every((path) => path.startsWith(`uploads/leadership-audit/${current}/`)), used.join("\n"));
    assert.deepEqual(page.faults, []);

    await left.keyboard.press("Escape");
    for (const digit of SHORT.slice(1)) await left.keyboard.press(digit, { delay: 60 });
    await toKeep(left);
    assert.deepEqual(left.faults, []);
  });

  test("the copy of the earlier version goes when its time is over, and that of the current one stays", () => {
    const due = JSON.parse(wordpress.run("scheduled.php", "leadership_audit_remove_copy"));
    const days = due.map(({ args, in: seconds }) => [...args, Math.round(seconds / 86_400)]);
    assert.deepEqual(days, [[current, 60]]);
    wordpress.run("scheduled.php", "leadership_audit_remove_copy", "now");
    assert.deepEqual(versions(), ["0.99.0"]);
  });

  test("where nothing can be written, the plugin's own folder is used, and a cached page runs after an update", async () => {
    rmSync(copies, { recursive: true });
    writeFileSync(copies, "in the way");
    cached = await written();
    assert.match(cached, /\/plugins\/leadership-audit\/assets\/start\.js\?ver=0\.99\.0/);
    wordpress.run("update.php", otherVersion("0.99.1", wordpress.site));
    await until(async () => assert.match(await written(), /start\.js\?ver=0\.99\.1/));
    const kept = await openCached();
    assert.equal(await answerOne(kept), 4);
    assert.deepEqual(kept.faults, []);
    rmSync(copies);
    mkdirSync(copies);
  });

  test("a copy of damaged or mixed files is never served", async () => {
    const file = join(wordpress.site, "wp-content/plugins/leadership-audit/assets/leadership-audit.js");
    const whole = readFileSync(file);
    writeFileSync(file, Buffer.concat([whole, Buffer.from("\n// of another version")]));
    wordpress.run("scheduled.php", "leadership_audit_no_copy", "forget");
    await written();
    assert.deepEqual(versions(), []);
    writeFileSync(file, whole);
    wordpress.run("scheduled.php", "leadership_audit_no_copy", "forget");
    await written();
    assert.deepEqual(versions(), ["0.99.1"]);
  });

  test("each site of a network has its own copy, and deleting the plugin leaves nothing of any", () => {
    const sites = wordpress.network();
    assert.deepEqual(sites.map((path) => path.replace(`${uploads}/`, "")), ["leadership-audit/", "sites/2/leadership-audit/"]);
    for (const path of sites) assert.match(readdirSync(path).join(), /^0\.99\.1-[\da-f]{8}$/);
    wordpress.run("update.php");
    for (const path of sites) assert.ok(!existsSync(path), path);
    assert.deepEqual(JSON.parse(wordpress.run("scheduled.php", "leadership_audit_remove_copy")), []);
  });

  test("PHP logged no complaint about the plugin", () => {
    assert.deepEqual(wordpress.complaints(), []);
  });
});
