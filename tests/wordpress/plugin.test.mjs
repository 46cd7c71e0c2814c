// The plugin as it is packed: its files, what wordpress.org reads of it, and its texts.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { unzipSync } from "fflate";
import { mo } from "gettext-parser";
import { pageLanguages } from "../../packaging/texts.mjs";
import { packedPlugin } from "../../packaging/wordpress/site.mjs";
import { localeOf } from "../../packaging/wordpress/translations.mjs";
import { PROJECT } from "../e2e/widget.mjs";
import { skip } from "./wordpress.mjs";

const packed = skip ? {} : unzipSync(readFileSync(packedPlugin()));
const text = (name) => Buffer.from(packed[`leadership-audit/${name}`]).toString();
const headers = (source) => Object.fromEntries([...source.matchAll(/^(?: \* )?([A-Z][A-Za-z ]+): +(.+)$/gm)].map(([, name, value]) => [name, value]));

test("no file of the zip is hidden, and all are in one folder", { skip }, () => {
  for (const name of Object.keys(packed)) assert.match(name, /^leadership-audit(\/[^./][^/]*)+$/);
});

test("no PHP runs when its file is asked for by itself", { skip }, () => {
  for (const name of Object.keys(packed).filter((name) => name.endsWith(".php"))) {
    const source = Buffer.from(packed[name]).toString();
    assert.match(source, /^<\?php\n[^]+defined\( '(ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit;/, name);
    execFileSync("php", ["-l"], { input: source });
  }
});

test("readme.txt is as wordpress.org wants it, and says the same as the plugin's header", { skip }, () => {
  const readme = text("readme.txt");
  const [said, plugin] = [headers(readme), headers(text("leadership-audit.php"))];
  for (const name of ["Requires at least", "Requires PHP", "License"]) assert.equal(said[name], plugin[name], name);
  assert.equal(said["Stable tag"], plugin.Version);
  assert.match(said["Tested up to"], /^\d+\.\d+$/);
  assert.ok(said.Tags.split(",").length <= 5);
  const [, short] = /^License URI:.+\n\n(.+)\n\n== Description ==/m.exec(readme);
  assert.ok(short.length <= 150, `${short.length} characters`);
  for (const section of ["Changelog", "Upgrade Notice"]) {
    const [, first] = new RegExp(`^== ${section} ==\n\n= (.+) =$`, "m").exec(readme);
    assert.equal(first, plugin.Version, section);
  }
});

test("each language has its own texts for PHP and for the block, and a readme to give to wordpress.org", { skip }, () => {
  for (const tag of pageLanguages(PROJECT)) {
    const start = `languages/leadership-audit-${localeOf(tag)}`;
    const table = mo.parse(Buffer.from(packed[`leadership-audit/${start}.mo`]));
    const said = Object.values(table.translations).flatMap(Object.values).filter(({ msgid }) => msgid);
    assert.ok(said.length > 70 && said.every(({ msgstr }) => msgstr[0]), tag);
    const block = Object.keys(packed).filter((name) => name.startsWith(`leadership-audit/${start}-`));
    assert.equal(block.length, 1, tag);
    assert.ok(Object.keys(JSON.parse(Buffer.from(packed[block[0]])).locale_data["leadership-audit"]).length > 50);
    const readme = text(`languages/readme-${localeOf(tag)}.txt`);
    const [, short] = /^License URI:.+\n\n(.+)\n\n== Description ==/m.exec(readme);
    assert.ok(short.length <= 150, `${tag}: ${short.length} characters`);
  }
});

test("the shortcode's settings in readme.txt are those of the plugin", { skip }, () => {
  const [, list] = /It takes every setting of the block by its English name: (.+)\./.exec(text("readme.txt"));
  const said = list.split(/, | and /);
  const source = text("includes/options.php");
  const lists = ["ATTRIBUTES", "COLOURS"].flatMap((name) => new RegExp(`const ${name} = array\\(([^)]+)\\)`).exec(source)[1].match(/[a-z-]+/g));
  assert.deepEqual(said, lists.map((name) => name.replaceAll("-", "_")));
});

test("the template for translators has every text", { skip }, () => {
  execFileSync("node", ["packaging/wordpress/pot.mjs", "--check"], { cwd: PROJECT });
  // xgettext passes over what it takes for a regular expression.
  const template = text("languages/leadership-audit.pot").replace(/"\n"/g, "");
  for (const [, said] of text("block.js").matchAll(/__\("([^"]+)", "leadership-audit"\)/g)) {
    assert.ok(template.includes(said), said);
  }
});
