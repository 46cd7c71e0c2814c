// The plugin in a WordPress of each release, for the tests of one file. `cargo xtask test --wordpress` installs what they need,
// packs the plugin and runs them; without that they are skipped.
import { after, before, describe } from "node:test";
import { RELEASES, isInstalled, packedPlugin, startWordPress } from "../../packaging/wordpress/site.mjs";
import { start } from "../e2e/steps.mjs";
import { noteFaults } from "../e2e/widget.mjs";

export const skip = isInstalled() ? false : "only by `cargo xtask test --wordpress`";

/** A suite for each release. `tests` gets the running WordPress, which is empty before the first of its tests. */
export function inEachWordPress(tests) {
  for (const release of Object.keys(RELEASES)) {
    describe(`WordPress ${release}`, { skip }, () => {
      const wordpress = {};
      before(async () => Object.assign(wordpress, await startWordPress(packedPlugin(), release)));
      after(() => wordpress.stop?.());
      tests(wordpress);
    });
  }
}

/** Opens a page, and notes its faults and the files of the plugin that it loads, with their media types. */
export async function open(context, wordpress, address, { policy } = {}) {
  const page = await context.newPage();
  noteFaults(page);
  page.files = {};
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    const [, path] = /\/wp-content\/(.*\/leadership-audit\/.+)$/.exec(pathname) ?? [];
    if (path) page.files[path] = response.headers()["content-type"]?.split(";")[0];
  });
  // Browsers request an icon on their own; WordPress requests the author's picture from another host.
  await page.route(/favicon|w-logo/, (route) => route.fulfill({ status: 204 }));
  await page.route((url) => url.origin !== new URL(wordpress.address).origin, (route) => route.fulfill({ status: 204 }));
  await page.goto(policy ? `${address}&policy` : address);
  return page;
}

/** Logs in without the form, whose page moves focus as it likes. */
export async function logIn(page, wordpress, user = "admin") {
  const address = new URL("wp-login.php", wordpress.address).href;
  const { request } = page.context();
  await request.get(address);
  await request.post(address, { form: { log: user, pwd: wordpress.password, testcookie: "1" } });
}

/** Answers the first statement of the short form and returns what is stored of it. */
export async function answerOne(page, audit = "default") {
  await start(page);
  await page.keyboard.press("4");
  await page.getByText("2 of 18").waitFor();
  const key = `leadership-audit:${audit}:answer:up-trust-1`;
  return page.evaluate((key) => JSON.parse(localStorage.getItem(key)).value, key);
}

/** The attributes of the element on a page. */
export const attributesOf = (page) =>
  page.locator("leadership-audit").evaluate(({ attributes }) => {
    return Object.fromEntries([...attributes].map(({ name, value }) => [name, value]));
  });
