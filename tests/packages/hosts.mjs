// Projects that use the npm package as its users do: each of these folders, installed by its lock file, with the
// tarball. `cargo xtask test --packages` builds all of them; those of `IN_EVERY_RUN` are part of every run.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../e2e/server.mjs";
import { PROJECT } from "../e2e/widget.mjs";

const SOURCES = fileURLToPath(new URL("./", import.meta.url));
const SCRATCH = join(PROJECT, "target/packages");

/**
 * @typedef {object} Host
 * @property {boolean} [plain] whether it also has the files of the folder `plain`
 * @property {string} output the folder that it builds
 * @property {string[]} [pages] where the audit is
 * @property {Record<string, string>} builds the commands that build it, by what they show
 * @property {Record<string, string>} [develops] those of its development server, which take `--port`
 */

/** What vite.config.js sets by the mode. */
const vite = {
  plain: true,
  output: "dist",
  builds: { "by default": "vite build", "with every file inlined": "vite build --mode inlined" },
  develops: { "by default": "vite dev", "with the package excluded": "vite dev --mode excluded" },
};

/** @type {Record<string, Host>} */
export const HOSTS = {
  vite7: vite,
  vite8: vite,
  webpack5: { plain: true, output: "dist", builds: { "by default": "webpack" } },
  parcel2: {
    plain: true,
    output: "dist",
    builds: { "by default": "parcel build index.html" },
    develops: { "by default": "parcel serve index.html" },
  },
  next15: {
    output: "out",
    pages: ["", "dynamic.html"],
    builds: { "by default": "next build", "by Turbopack": "next build --turbopack" },
    develops: { "by default": "next dev", "by Turbopack": "next dev --turbopack" },
  },
  astro5: {
    output: "dist",
    builds: { "by default": "astro build" },
    develops: { "by default": "astro dev" },
  },
  sveltekit: {
    output: "build",
    builds: { "by default": "vite build" },
    develops: { "by default": "vite dev" },
  },
  nuxt: {
    output: ".output/public",
    builds: { "by default": "nuxt generate" },
    develops: { "by default": "nuxt dev" },
  },
};

export const IN_EVERY_RUN = ["vite8", "webpack5"];

/** The project that the types are checked in. It builds nothing. */
export const TYPES = "types";

/** Keeps the tools from reporting their use and from asking questions. */
const QUIET = { ASTRO_TELEMETRY_DISABLED: "1", NEXT_TELEMETRY_DISABLED: "1", CI: "1" };

const read = (path) => (existsSync(path) ? readFileSync(path, "utf8") : undefined);

/** Installs what a project is built with, unless that is there. @returns the project's folder */
export function install(name) {
  const [from, at] = [join(SOURCES, name), join(SCRATCH, name)];
  const lock = read(join(from, "package-lock.json"));
  const mark = join(at, "node_modules/.installed.json");
  if (read(mark) !== lock) {
    rmSync(at, { recursive: true, force: true });
    mkdirSync(at, { recursive: true });
    for (const file of ["package.json", "package-lock.json"]) cpSync(join(from, file), join(at, file));
    const options = ["--ignore-scripts", "--no-audit", "--no-fund"];
    execFileSync("npm", ["ci", ...options], { cwd: at, stdio: ["ignore", "ignore", "inherit"] });
    writeFileSync(mark, lock);
  }
  return at;
}

/** Sets the project up afresh, with this tarball installed and nothing left from an earlier build. */
export function prepare(name, tarball) {
  const at = install(name);
  for (const entry of readdirSync(at)) {
    if (entry !== "node_modules") rmSync(join(at, entry), { recursive: true });
  }
  for (const cache of [".vite", ".cache", ".astro"]) {
    rmSync(join(at, "node_modules", cache), { recursive: true, force: true });
  }
  if (HOSTS[name]?.plain) cpSync(join(SOURCES, "plain"), at, { recursive: true });
  cpSync(join(SOURCES, name), at, { recursive: true });
  const installed = join(at, "node_modules/leadership-audit");
  rmSync(installed, { recursive: true, force: true });
  mkdirSync(installed);
  execFileSync("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"]);
  return at;
}

function program(at, command) {
  const [name, ...options] = command.split(" ");
  return [join(at, "node_modules/.bin", name), options];
}

/** Builds the project by this command; a fault has what the bundler printed. */
export function build(at, { output }, command) {
  rmSync(join(at, output), { recursive: true, force: true });
  const [path, options] = program(at, command);
  const stdio = ["ignore", "pipe", "pipe"];
  try {
    execFileSync(path, options, { cwd: at, env: { ...process.env, ...QUIET }, stdio });
  } catch ({ stdout, stderr }) {
    throw new Error(`${command} failed:\n${stdout}${stderr}`);
  }
  return `${join(at, output)}/`;
}

/** Starts the project's development server by this command. @returns its address, and what stops it */
export async function develop(at, command) {
  const port = await freePort();
  const [path, options] = program(at, command);
  const server = spawn(path, [...options, "--port", String(port)], {
    cwd: at,
    env: { ...process.env, ...QUIET },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own: some leave the work to other processes.
    detached: true,
  });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (text) => (said += text));
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const stop = async () => {
    if (server.exitCode === null) process.kill(-server.pid);
    await ended;
  };
  const address = `http://localhost:${port}/`;
  for (let tries = 0; !(await answers(address)); tries++) {
    if (tries > 240 || server.exitCode !== null) {
      await stop();
      throw new Error(`${command} does not answer:\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return { address, stop };
}

async function answers(address) {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}
