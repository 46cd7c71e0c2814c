// A WordPress of its own with the plugin in it, in a scratch folder that is gone afterwards. For tests/wordpress/, and to
// look at:
//
//   node packaging/wordpress/site.mjs [6.1 | 6.7]      serves it until Ctrl-C
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";

const DEBIAN = "/usr/share/wordpress";
const NEWER = fileURLToPath(
  new URL("../../target/packages/wordpress/node_modules/@wp-playground/wordpress-builds/", import.meta.url),
);
const HERE = fileURLToPath(new URL(".", import.meta.url));
/** What makes a WordPress one of several sites. */
const NETWORK = `<?php
define( 'MULTISITE', true );
define( 'SUBDOMAIN_INSTALL', false );
define( 'DOMAIN_CURRENT_SITE', 'localhost' );
define( 'PATH_CURRENT_SITE', '/' );
define( 'SITE_ID_CURRENT_SITE', 1 );
define( 'BLOG_ID_CURRENT_SITE', 1 );`;
const PATIENCE_MS = 30_000;

/** What puts each WordPress into a folder: the oldest that the plugin is for, and the newest that can be had. */
export const RELEASES = { 6.1: fromDebian, 6.7: fromNpm };

/** Whether both are there; `cargo xtask test --wordpress` installs them. */
export function isInstalled() {
  return [join(DEBIAN, "wp-load.php"), "/usr/sbin/mariadbd", NEWER].every((path) => existsSync(path));
}

function fromDebian(site) {
  // The packages are full of links into other packages.
  execFileSync("cp", ["-rL", DEBIAN, site]);
}

function fromNpm(site) {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(join(NEWER, "src/wordpress/wp-nightly.zip"))))) {
    const path = join(site, name);
    if (name.endsWith("/")) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  // What browsers load lies apart from what PHP does.
  cpSync(join(NEWER, "public/wp-nightly"), site, { recursive: true });
}

/**
 * @param {string | undefined} plugin the zip that `cargo xtask package` writes; without one, there is no plugin
 * @param {keyof RELEASES} release of WordPress
 * @returns the address, the administrator's and the author's password, the folder of the site, a way to run a script of this
 *   folder in WordPress, one to publish what the author wrote, one to make two sites of it, which ends its use by browsers and gives
 *   the folders of their copies, what PHP complained of in the plugin, and a way to stop
 */
export async function startWordPress(plugin, release = "6.1") {
  const scratch = mkdtempSync(join(tmpdir(), "leadership-audit-wordpress-"));
  const running = [];
  const stop = async () => {
    // The server first: its database goes last.
    for (const child of running.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      process.kill(child.spawnargs[0] === "php" ? -child.pid : child.pid);
      await once(child, "exit");
    }
    rmSync(scratch, { recursive: true, force: true });
  };
  try {
    const socket = await startDatabase(scratch, running);
    const address = `http://127.0.0.1:${await freePort()}/`;
    const site = join(scratch, "site");
    RELEASES[release](site);
    cpSync(join(HERE, "site"), join(site, "wp-content/mu-plugins"), { recursive: true });
    const password = randomBytes(12).toString("hex");
    const log = join(scratch, "php.log");
    writeFileSync(log, "");
    writeFileSync(join(site, "wp-config.php"), configuration(address, socket, log));
    const run = (script, ...given) =>
      execFileSync("php", [join(HERE, script), site, ...given], { encoding: "utf8" });
    run("setup.php", password, ...(plugin ? [plugin] : []));
    const publish = (content) => run("publish.php", content);
    await startServer(address, site, running);
    // An old WordPress on a new PHP has much to say about itself.
    const ofThePlugin = (line) => line.includes("plugins/leadership-audit");
    const complaints = () => readFileSync(log, "utf8").split("\n").filter(ofThePlugin);
    const network = () => {
      run("network.php");
      const config = join(site, "wp-config.php");
      writeFileSync(config, readFileSync(config, "utf8").replace(/define\("WP_(HOME|SITEURL)".*\n/g, "").replace("<?php", NETWORK));
      return JSON.parse(run("network.php", "second"));
    };
    return { address, password, site, run, publish, network, complaints, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The plugin as `cargo xtask package` packed it. */
export function packedPlugin() {
  const folder = fileURLToPath(new URL("../../target/package/", import.meta.url));
  return join(folder, readdirSync(folder).find((name) => /^leadership-audit-wordpress-.+\.zip$/.test(name)));
}

async function startDatabase(scratch, running) {
  const folder = join(scratch, "data");
  const socket = join(scratch, "socket");
  mkdirSync(folder);
  const me = `--user=${execFileSync("id", ["-un"], { encoding: "utf8" }).trim()}`;
  const place = ["--no-defaults", `--datadir=${folder}`, me];
  const install = [...place, "--auth-root-authentication-method=normal", "--skip-test-db"];
  execFileSync("mysql_install_db", install, { stdio: "ignore" });
  const quick = ["--skip-networking", "--innodb-flush-log-at-trx-commit=0", "--skip-log-bin"];
  const ours = [`--socket=${socket}`, `--pid-file=${join(scratch, "pid")}`];
  running.push(spawn("/usr/sbin/mariadbd", [...place, ...ours, ...quick], { stdio: "ignore" }));
  const client = ["--no-defaults", `--socket=${socket}`, "--user=root"];
  await until("the database", () => {
    execFileSync("mariadb", [...client, "--execute=CREATE DATABASE wordpress"], {
      stdio: "ignore",
    });
  });
  return socket;
}

async function startServer(address, site, running) {
  const { host } = new URL(address);
  const env = { ...process.env, PHP_CLI_SERVER_WORKERS: "4" };
  // A group of its own, to end its workers with it.
  running.push(spawn("php", ["-S", host, "-t", site], { env, stdio: "ignore", detached: true }));
  await until("the web server", () => fetch(address));
}

async function until(what, works) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await works();
    } catch (error) {
      if (Date.now() > end) throw new Error(`${what} did not start: ${error}`);
      await pause(200);
    }
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

function configuration(address, socket, log) {
  const constants = {
    DB_NAME: "wordpress",
    DB_USER: "root",
    DB_PASSWORD: "",
    DB_HOST: `localhost:${socket}`,
    DB_CHARSET: "utf8mb4",
    WP_HOME: address.slice(0, -1),
    WP_SITEURL: address.slice(0, -1),
    WP_DEBUG: true,
    WP_DEBUG_DISPLAY: false,
    WP_DEBUG_LOG: log,
    WP_HTTP_BLOCK_EXTERNAL: true,
    AUTOMATIC_UPDATER_DISABLED: true,
    DISABLE_WP_CRON: true,
    FS_METHOD: "direct",
  };
  const lines = Object.entries(constants).map(
    ([name, value]) => `define(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  const rest = "$table_prefix = 'wp_';\nrequire_once __DIR__ . '/wp-settings.php';\n";
  const root = "if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');\n";
  return `<?php\n${lines.join("\n")}\n${root}${rest}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { address, password, publish, stop } = await startWordPress(packedPlugin(), process.argv[2]);
  console.log(`${address}wp-admin/ (user admin or author, password ${password})`);
  console.log(`  ${publish("<!-- wp:leadership-audit/audit /-->")}`);
  console.log(`  ${publish("[leadership_audit]")}`);
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await stop();
}
