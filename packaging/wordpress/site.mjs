// A WordPress of its own out of Debian's packages, with the plugin in it, in a scratch folder that
// is gone afterwards. For tests/e2e/wordpress.test.mjs, and to look at:
//
//   node packaging/wordpress/site.mjs      serves it until Ctrl-C
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
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const DEBIAN = "/usr/share/wordpress";
const HERE = fileURLToPath(new URL(".", import.meta.url));
const PATIENCE_MS = 30_000;

/** Whether the packages are there; `cargo xtask test --wordpress` installs them. */
export function isInstalled() {
  return existsSync(join(DEBIAN, "wp-load.php")) && existsSync("/usr/sbin/mariadbd");
}

/**
 * @param {string} plugin the zip that `cargo xtask package` writes
 * @returns the address, pages by title, what PHP complained of in the plugin, and a way to stop
 */
export async function startWordPress(plugin) {
  const scratch = mkdtempSync(join(tmpdir(), "leadership-audit-wordpress-"));
  const running = [];
  const stop = async () => {
    // The server first: its database goes last.
    for (const child of running.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill();
      await once(child, "exit");
    }
    rmSync(scratch, { recursive: true, force: true });
  };
  try {
    const socket = await startDatabase(scratch, running);
    const address = `http://127.0.0.1:${await freePort()}/`;
    const site = join(scratch, "site");
    // The packages are full of links into other packages.
    execFileSync("cp", ["-rL", DEBIAN, site]);
    cpSync(join(HERE, "site"), join(site, "wp-content/mu-plugins"), { recursive: true });
    const password = randomBytes(12).toString("hex");
    const log = join(scratch, "php.log");
    writeFileSync(log, "");
    writeFileSync(join(site, "wp-config.php"), configuration(address, socket, log));
    const setup = [join(HERE, "setup.php"), site, plugin, password];
    const pages = JSON.parse(execFileSync("php", setup, { encoding: "utf8" }));
    await startServer(address, site, running);
    // An old WordPress on a new PHP has much to say about itself.
    const ofThePlugin = (line) => line.includes("plugins/leadership-audit");
    const complaints = () => readFileSync(log, "utf8").split("\n").filter(ofThePlugin);
    return { address, pages, password, complaints, stop };
  } catch (error) {
    await stop();
    throw error;
  }
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
  running.push(spawn("php", ["-S", host, "-t", site], { stdio: "ignore" }));
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
  const folder = fileURLToPath(new URL("../../target/package/", import.meta.url));
  const name = readdirSync(folder).find((file) => /wordpress.*\.zip$/.test(file));
  const { address, pages, password, stop } = await startWordPress(join(folder, name));
  console.log(`${address} (user admin, password ${password})`);
  for (const [title, page] of Object.entries(pages)) console.log(`  ${title}: ${page}`);
  await once(process, "SIGINT");
  await stop();
}
