// The builder and the WordPress plugin take the links that the widget shows, and no others.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { isLink } from "../../site/link.js";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const LINKS = JSON.parse(read("../links.json"));

test("an address is a link in the builder where it is one in the widget", () => {
  for (const { address, link } of LINKS) assert.equal(isLink(address), link, JSON.stringify(address));
});

const skip = spawnSync("php", ["--version"]).error && "PHP comes with `cargo xtask test --wordpress`";

test("and in the plugin", { skip }, () => {
  const plugin = read("../../packaging/wordpress/leadership-audit.php");
  const [rule] = /const NOT_PLAIN = [^]+?\nfunction is_shown_as_link[^]+?\n}\n/.exec(plugin);
  // The plugin trims what it gets, as the others do.
  const each = `foreach ( json_decode( stream_get_contents( STDIN ) ) as $row ) {
    $found[] = is_shown_as_link( trim( $row->address ) );
  }
  echo json_encode( $found );`;
  const { stdout, stderr } = spawnSync("php", ["-r", `${rule}\n${each}`], { input: JSON.stringify(LINKS) });
  assert.equal(String(stderr), "");
  const found = JSON.parse(String(stdout));
  for (const [index, { address, link }] of LINKS.entries()) {
    assert.equal(found[index], link, JSON.stringify(address));
  }
});
