// The builder and the WordPress plugin take the links that the widget shows, and no others.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { isLink, mended as inBuilder } from "../../site/link.js";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const LINKS = JSON.parse(read("../links.json"));

test("an address is a link in the builder where it is one in the widget", () => {
  for (const { address, link } of LINKS) assert.equal(isLink(address), link, JSON.stringify(address));
});

const skip = spawnSync("php", ["--version"]).error && "PHP comes with `cargo xtask test --wordpress`";

const PLUGIN = readFileSync(new URL("../../packaging/wordpress/plugin/includes/links.php", import.meta.url), "utf8");

/** What a function of the plugin returns for each of these texts. */
function inPhp(name, texts) {
  const source = PLUGIN.replace(/^<\?php/, "").replace(/^(namespace|defined).*;$/gm, "");
  const each = `echo json_encode( array_map( '${name}', json_decode( stream_get_contents( STDIN ) ) ) );`;
  const { stdout, stderr } = spawnSync("php", ["-r", `${source}\n${each}`], { input: JSON.stringify(texts) });
  assert.equal(String(stderr), "");
  return JSON.parse(String(stdout));
}

test("and in the plugin", { skip }, () => {
  // The plugin trims what it gets, as the others do.
  const found = inPhp("is_shown_as_link", LINKS.map(({ address }) => address.trim()));
  for (const [index, { address, link }] of LINKS.entries()) {
    assert.equal(found[index], link, JSON.stringify(address));
  }
});

/** Addresses as people type them, and with the scheme that they lack. */
const TYPED = {
  "calendly.com/coach": "https://calendly.com/coach",
  "www.coach.example": "https://www.coach.example",
  "coach.example:8443/book?a=b#c": "https://coach.example:8443/book?a=b#c",
  "//coach.example/": "//coach.example/",
  "1.2.3.4/book": "1.2.3.4/book",
  "bücher.example": "https://bücher.example",
  "noor@coach.example": "mailto:noor@coach.example",
  "http://coach.example/": "http://coach.example/",
  "https://coach.example/": "https://coach.example/",
  "mailto:noor@coach.example": "mailto:noor@coach.example",
  "javascript:alert(1)": "javascript:alert(1)",
  "coach@evil.example/path": "coach@evil.example/path",
  "/book": "/book",
  coach: "coach",
  "": "",
};

test("the builder and the plugin, on the page and in the editor, add the scheme that an address lacks", { skip }, () => {
  const [typed, mended] = [Object.keys(TYPED), Object.values(TYPED)];
  assert.deepEqual(typed.map(inBuilder), mended);
  assert.deepEqual(inPhp("mended", typed), mended);
  const block = readFileSync(new URL("../../packaging/wordpress/plugin/block.js", import.meta.url), "utf8");
  const [source] = /const WITHOUT_HTTPS = [^]+?\n {2}}\n/.exec(block);
  assert.deepEqual(typed.map(new Function(`${source} return mended;`)()), mended);
});
