// node bench/developer.mjs: measures what a developer waits for, in a clone without tools, packages
// or anything compiled, and writes developer.json. Commit first: a clone has what is committed.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../", import.meta.url));
const TEXTS = "crates/words/src/en.rs";
const PATIENCE_S = 30 * 60;

const clone = mkdtempSync(join(os.tmpdir(), "leadership-audit-clone-"));

/** A port that is free now. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function fetched(address) {
  try {
    const response = await fetch(address, { cache: "no-store" });
    return response.ok ? Buffer.from(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

/** Seconds until `isSo`. */
async function until(isSo) {
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  while (!(await isSo())) {
    if (seconds() > PATIENCE_S) throw new Error("waited half an hour");
    await pause(100);
  }
  return seconds();
}

/** Runs `cargo xtask serve` until `use` is done with it. */
async function served(use) {
  const port = await freePort();
  // A group of its own, so that everything it started ends with it.
  const options = { cwd: clone, stdio: ["ignore", "inherit", "inherit"], detached: true };
  const child = spawn("cargo", ["xtask", "serve", "--port", `${port}`], options);
  const ended = new Promise((_, no) => child.on("exit", () => no(new Error("serve ended"))));
  try {
    return await Promise.race([use(`http://127.0.0.1:${port}/`), ended]);
  } finally {
    ended.catch(() => {});
    end(child.pid);
    await pause(1000);
  }
}

/** Ends a group of processes, unless it has ended by itself. */
function end(group) {
  try {
    process.kill(-group, "SIGTERM");
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

const isServed = (address) => until(async () => (await fetched(address)) !== undefined);

/** Seconds from saving a changed text until the program that is served has it. */
async function edited(address) {
  const changed = `Changed at ${Date.now()}`;
  const path = join(clone, TEXTS);
  const source = readFileSync(path, "utf8");
  const [line, text] = /^\s*start: "([^"]+)",$/m.exec(source) ?? [];
  if (!line) throw new Error(`${TEXTS} has no line \`start: "…",\``);
  writeFileSync(path, source.replace(line, line.replace(text, changed)));
  // The first screen, which has this text, is in the loader.
  return until(async () => (await fetched(`${address}leadership-audit.js`))?.includes(changed));
}

try {
  execFileSync("git", ["clone", "--quiet", PROJECT, clone], { stdio: "inherit" });
  const first = await served(isServed);
  const { second, edit } = await served(async (address) => {
    const second = await isServed(address);
    return { second, edit: await edited(address) };
  });
  const times = {
    when: new Date().toISOString(),
    cpu: `${os.cpus().length} × ${os.cpus()[0]?.model}`,
    load: os.loadavg()[2],
    first,
    second,
    edit,
  };
  const out = fileURLToPath(new URL("developer.json", import.meta.url));
  writeFileSync(out, `${JSON.stringify(times, null, 2)}\n`);
  console.log(times);
} finally {
  rmSync(clone, { recursive: true, force: true });
}
