// The three engines: which driver controls each browser, and with which capabilities.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHROMIUM, FLAGS } from "../e2e/widget.mjs";
import { WebDriver, pause } from "./webdriver.mjs";

const { env } = process;
const FIREFOX = env.FIREFOX ?? "/usr/bin/firefox-esr";

const ENGINES = {
  chromium: {
    program: CHROMIUM,
    driver: (port) => [env.CHROMEDRIVER ?? "/usr/bin/chromedriver", `--port=${port}`],
    capabilities: (profile) => ({
      browserName: "chrome",
      "goog:chromeOptions": { binary: CHROMIUM, args: ["--headless", ...FLAGS, `--user-data-dir=${profile}`] },
    }),
  },
  firefox: {
    program: FIREFOX,
    driver: (port) => [env.GECKODRIVER ?? "geckodriver", "--port", `${port}`, "--websocket-port", "0"],
    capabilities: (profile) => ({
      browserName: "firefox",
      "moz:firefoxOptions": {
        binary: FIREFOX,
        args: ["-headless", "-profile", profile],
        // Only the tests' own server is contacted.
        prefs: {
          "network.captive-portal-service.enabled": false,
          "network.connectivity-service.enabled": false,
          "ui.prefersReducedMotion": 1,
        },
      },
    }),
  },
  webkit: {
    program: env.MINIBROWSER ?? "",
    driver: (port) => [env.WEBKITDRIVER ?? "WebKitWebDriver", `--port=${port}`],
    needsDisplay: true,
    // Under automation every tab has storage of its own.
    tabsAreFrames: true,
    capabilities: () => ({
      "webkitgtk:browserOptions": {
        ...(env.MINIBROWSER ? { binary: env.MINIBROWSER } : {}),
        args: ["--automation"],
      },
    }),
  },
};

export const NAMES = Object.keys(ENGINES);

/** Whether the browser of this engine is installed. */
export const isInstalled = (name) => existsSync(ENGINES[name].program);

/** Starts a browser of this engine. `profile` is a folder that outlives the browser, a temporary one by default. */
export async function startEngine(name, profile) {
  const { driver, capabilities, needsDisplay, tabsAreFrames = false } = ENGINES[name];
  const home = mkdtempSync(join(tmpdir(), `matrix-${name}-`));
  const children = [];
  const start = ([program, ...args], variables = {}) => {
    const child = spawn(program, args, { stdio: "ignore", env: { ...env, HOME: home, ...variables } });
    // If the program is missing, the driver does not respond, and starting the browser fails below.
    child.on("error", () => {});
    children.push(child);
    return child;
  };
  const variables = {};
  if (needsDisplay) {
    const display = `:${100 + (process.pid % 900)}`;
    start(["Xvfb", display, "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
    await pause(1000);
    // WebKit's sandbox does not start as root.
    Object.assign(variables, {
      DISPLAY: display,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
      XDG_RUNTIME_DIR: home,
    });
  }
  const folder = profile ?? join(home, "profile");
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const { pid } = start(driver(port), variables);
  const browser = new WebDriver(`http://127.0.0.1:${port}`);
  const { browserName, browserVersion } = await browser.start(capabilities(folder));
  return {
    name,
    version: `${browserName} ${browserVersion}`,
    browser,
    tabsAreFrames,
    /** Kills the whole browser at once, without any handler running. */
    kill() {
      for (const child of descendants(pid)) process.kill(child, "SIGKILL");
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

/** The processes started by this one, directly or indirectly. */
function descendants(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" "))
      .filter((text) => text.trim())
      .flatMap((child) => [Number(child), ...descendants(Number(child))]);
  } catch {
    // The process has just ended.
    return [];
  }
}
