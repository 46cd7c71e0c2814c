// docs/coach/hugo.md, in Hugo: the shortcode and the setting that it shows, on a site in a subfolder. `cargo xtask test
// --servers` installs Hugo.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { blocksOf } from "../e2e/blocks.mjs";
import { useSite } from "../e2e/site.mjs";
import { start } from "../e2e/steps.mjs";
import { DIST, folder, visit } from "../e2e/web.mjs";
import { noteFaults } from "../e2e/widget.mjs";

const site = useSite();
const scratch = mkdtempSync(join(tmpdir(), "leadership-audit-hugo-"));
after(() => rmSync(scratch, { recursive: true }));

const [call, shortcode, setting] = blocksOf("docs/coach/hugo.md").map(({ text }) => text);
const [plain] = blocksOf("docs/coach/plain-html.md").map(({ text }) => text.replace(/\s+integrity="[^"]*"/, ""));

/** A site of one page with this text and these settings. @returns what Hugo makes of the page, and the folder with all */
function build(name, { text, shortcode, settings = "" }, ...options) {
  const at = join(scratch, name);
  const files = {
    "config.toml": `baseURL = "https://www.example.com/coach/"\ntitle = "A coach"\n${settings}`,
    "layouts/_default/single.html": "<!doctype html><html lang=en><title>{{ .Title }}</title><body>{{ .Content }}",
    "content/audit.md": `---\ntitle: Self-assessment\n---\n\nTake your time.\n\n${text}\n\nThen call me.\n`,
    ...(shortcode ? { "layouts/shortcodes/leadership-audit.html": shortcode } : {}),
  };
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(at, file)), { recursive: true });
    writeFileSync(join(at, file), content);
  }
  cpSync(DIST, join(at, "static/leadership-audit-0.1.0"), { recursive: true });
  execFileSync("hugo", ["--quiet", ...options], { cwd: at, stdio: ["ignore", "inherit", "inherit"] });
  const made = join(at, "public");
  return { page: readFileSync(join(made, "audit/index.html"), "utf8"), made };
}

/** The audit begins on the page of a site that Hugo has made. */
async function begins(made) {
  const context = await site.newContext();
  const missing = await visit(context, { "https://www.example.com": [folder(made, "/coach/"), folder(DIST, "/leadership-audit-0.1.0/")] });
  const page = await context.newPage();
  noteFaults(site.watch(page));
  await page.goto("https://www.example.com/coach/audit/");
  await start(page);
  assert.deepEqual(missing, []);
}

test("the shortcode", async () => {
  const { page, made } = build("shortcode", { text: call, shortcode });
  assert.match(page, /src="\/coach\/leadership-audit-0\.1\.0\/leadership-audit\.js"/);
  await begins(made);
});

test("the snippet in the text of a page: dropped", () => {
  const { page } = build("dropped", { text: plain });
  assert.match(page, /raw HTML omitted/);
  assert.doesNotMatch(page, /leadership-audit/);
});

test("the same with the setting, minified", async () => {
  const { page, made } = build("unsafe", { text: plain, settings: setting }, "--minify");
  assert.match(page, /<leadership-audit form=short/);
  await begins(made);
});
