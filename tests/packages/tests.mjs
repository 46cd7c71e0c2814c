// The tests of some of the projects that use the npm package: each is built, and served while it is developed.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { serve } from "../e2e/server.mjs";
import { useSite } from "../e2e/site.mjs";
import { PROJECT } from "../e2e/widget.mjs";
import { HOSTS, build, develop, prepare } from "./hosts.mjs";
import { fetchedFiles, walk, warm } from "./walk.mjs";

/** @param {string[]} names of projects @param {boolean} developed whether their development servers are tested too */
export function testHosts(names, developed) {
  const site = useSite();
  let packed, tarball;

  before(() => {
    packed = mkdtempSync(join(tmpdir(), "leadership-audit-hosts-"));
    execFileSync("node", ["packaging/pack.mjs", "--out", packed], { cwd: PROJECT });
    tarball = join(packed, readdirSync(packed).find((name) => name.endsWith(".tgz")));
  });
  after(() => rmSync(packed, { recursive: true, force: true }));

  for (const name of names) {
    const host = HOSTS[name];
    const pages = host.pages ?? [""];
    let at;

    for (const [how, command] of Object.entries(host.builds)) {
      test(`${name}, built ${how}`, async () => {
        at ??= prepare(name, tarball);
        const server = await serve({}, build(at, host, command));
        const files = how.includes("inlined") ? undefined : fetchedFiles(join(packed, "npm"));
        try {
          for (const path of pages) await walk(site, server.address + path, files);
        } finally {
          await server.stop();
        }
      });
    }

    for (const [how, command] of Object.entries((developed && host.develops) || {})) {
      test(`${name}, developed ${how}`, async () => {
        at ??= prepare(name, tarball);
        const server = await develop(at, command);
        const addresses = pages.map((path) => server.address + path.replace(".html", ""));
        try {
          await warm(site, addresses);
          for (const address of addresses) await walk(site, address);
        } finally {
          await server.stop();
        }
      });
    }
  }
}
