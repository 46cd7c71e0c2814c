// The three engines: what drives each of them, and how it is asked for.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHROMIUM, FLAGS } from "../e2e/widget.mjs";
import { WebDriver, pause } from "./webdriver.mjs";

const FIREFOX = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
const MINIBROWSER = process.env.MINIBROWSER;

const ENGINES = {
  chromium: {
    driver: (port) => [process.env.CHROMEDRIVER ?? "/usr/bin/chromedriver", `--port=${port}`],
    renderer: /--type=renderer/,
    capabilities: (profile) => ({
      browserName: "chrome",
      "goog:chromeOptions": {
        binary: CHROMIUM,
        args: [
          "--headless",
          ...FLAGS,
          `--user-data-dir=${profile}`,
        ],
      },
    }),
  },
  firefox: {
    driver: (port) => [process.env.GECKODRIVER ?? "geckodriver", "--port", `${port}`, "--websocket-port", "0"],
    renderer: /-contentproc .*\btab$/,
    capabilities: (profile) => ({
      browserName: "firefox",
      "moz:firefoxOptions": {
        binary: FIREFOX,
        args: ["-headless", "-profile", profile],
        prefs: {
          // Nothing but the tests' own server is talked to.
          "network.captive-portal-service.enabled": false,
          "network.connectivity-service.enabled": false,
          "ui.prefersReducedMotion": 1,
        },
      },
    }),
  },
  webkit: {
    driver: (port) => [process.env.WEBKITDRIVER ?? "WebKitWebDriver", `--port=${port}`],
    display: true,
    // Under automation each tab keeps what is stored to itself.
    tabsAreFrames: true,
    renderer: /WebKitWebProcess/,
    capabilities: () => ({
      "webkitgtk:browserOptions": {
        ...(MINIBROWSER ? { binary: MINIBROWSER } : {}),
        args: ["--automation"],
      },
    }),
  },
};

export const NAMES = Object.keys(ENGINES);

/** Whether the program of this engine is on this machine. */
export const isThere = (name) => existsSync({ chromium: CHROMIUM, firefox: FIREFOX, webkit: MINIBROWSER ?? "" }[name]);

/** Starts a browser of this engine with everything that belongs to it. `profile`: a folder that outlives it. */
export async function startEngine(name, profile) {
  const engine = ENGINES[name];
  const home = mkdtempSync(join(tmpdir(), `matrix-${name}-`));
  const own = profile ?? join(home, "profile");
  mkdirSync(own, { recursive: true });
  const children = [];
  const start = ([program, ...args], env = {}) => {
    const child = spawn(program, args, {
      stdio: "ignore",
      env: { ...process.env, HOME: home, ...env },
    });
    // Without the program the driver does not answer, which is told below.
    child.on("error", () => {});
    children.push(child);
    return child;
  };
  const env = {};
  if (engine.display) {
    const number = 100 + (process.pid % 900);
    start(["Xvfb", `:${number}`, "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
    await pause(1000);
    Object.assign(env, {
      DISPLAY: `:${number}`,
      // As root its sandbox does not start.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
      XDG_RUNTIME_DIR: home,
    });
  }
  const port = await freePort();
  const driver = start(engine.driver(port), env);
  const browser = new WebDriver(`http://127.0.0.1:${port}`);
  const found = await browser.start(engine.capabilities(own));
  return {
    name,
    version: `${found.browserName} ${found.browserVersion}`,
    browser,
    tabsAreFrames: engine.tabsAreFrames ?? false,
    /** The processes of this browser that run pages. */
    renderers: () =>
      descendants(driver.pid).filter((pid) => engine.renderer.test(commandOf(pid).trim())),
    /** Kills the whole browser; nothing of it gets to say goodbye. */
    kill() {
      for (const pid of descendants(driver.pid)) process.kill(pid, "SIGKILL");
    },
    async stop() {
      await browser.quit().catch(() => {});
      for (const child of children.reverse()) child.kill();
      await pause(300);
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const read = (path) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // A process that has just ended.
    return "";
  }
};

const commandOf = (pid) => read(`/proc/${pid}/cmdline`).replaceAll("\0", " ");

/** Processes that this one started, and those that they started. */
function descendants(root) {
  const children = new Map();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const [, after] = read(`/proc/${pid}/stat`).split(/\) /);
    const parent = Number(after?.split(" ")[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(pid)]);
  }
  const found = [];
  for (let next = [root]; next.length > 0; ) {
    next = next.flatMap((pid) => children.get(pid) ?? []);
    found.push(...next);
  }
  return found;
}

/** Time that a process has spent, in ticks. */
export function spent(pid) {
  const fields = read(`/proc/${pid}/stat`).split(/\) /)[1]?.split(" ") ?? [];
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}
