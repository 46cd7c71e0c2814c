// Every way in which loading can fail has a name, a message, another try, and the stored answers.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { serve, strictPolicy } from "./server.mjs";
import { PREFIX, answer, focused, launch, newContext, pressButton } from "./widget.mjs";

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

/** Opens the demo page and notes the kinds of failure that the element tells of. */
async function openFailing(context, address) {
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.failures = [];
    addEventListener("leadership-audit-failed", ({ detail }) => window.failures.push(detail.kind));
  });
  await page.goto(address);
  return page;
}

const isProgram = (path) => path.endsWith(".wasm");

const HTML = { type: "text/html", body: Buffer.from("<p>Hello") };

const FAULTS = [
  ["missing", "no such file", (path) => isProgram(path) && { ...HTML, status: 404 }],
  ["missing", "a server in trouble", (path) => isProgram(path) && { ...HTML, status: 500 }],
  ["corrupt", "a damaged file", (path, body) => isProgram(path) && { body: damaged(body) }],
  ["corrupt", "a page instead of the file", (path) => isProgram(path) && HTML],
  ["network", "a connection that breaks", (path) => isProgram(path) && { breaks: true }],
];

function damaged(body) {
  const copy = Buffer.from(body);
  copy[copy.length >> 1] ^= 1;
  return copy;
}

for (const [kind, what, fault] of FAULTS) {
  test(`${what}: told as ${kind}, tried again, and the audit starts`, async () => {
    const server = await serve({ fault });
    const context = await newContext(browser);
    const page = await openFailing(context, server.address);
    await page.getByRole("alert").getByText("Nothing of yours is lost.").waitFor();
    assert.deepEqual(await page.evaluate(() => window.failures), [kind]);
    server.behaviour.fault = undefined;
    await pressButton(page, "Try again");
    await pressButton(page, "Start");
    await page.locator("leadership-audit fieldset.item").waitFor();
    await context.close();
    await server.stop();
  });
}

test("a server that names no type for the program: it is compiled all the same", async () => {
  const server = await serve({
    fault: (path) => isProgram(path) && { type: "application/octet-stream" },
  });
  const context = await newContext(browser);
  const page = await openFailing(context, server.address);
  await pressButton(page, "Start");
  await page.locator("leadership-audit fieldset.item").waitFor();
  await context.close();
  await server.stop();
});

test("a policy without 'wasm-unsafe-eval': told as blocked", async () => {
  const policy = strictPolicy().replace(" 'wasm-unsafe-eval'", "");
  const server = await serve({ headers: { "content-security-policy": policy } });
  const context = await newContext(browser);
  const page = await openFailing(context, server.address);
  await page.locator("leadership-audit").getByText("The website's security policy does not let the audit run.").waitFor();
  assert.deepEqual(await page.evaluate(() => window.failures), ["blocked"]);
  await context.close();
  await server.stop();
});

test("no WebAssembly: told as unsupported", async () => {
  const server = await serve();
  const context = await newContext(browser);
  await context.addInitScript(() => delete globalThis.WebAssembly);
  const page = await openFailing(context, server.address);
  await page.locator("leadership-audit").getByText("This browser cannot run the audit").waitFor();
  assert.deepEqual(await page.evaluate(() => window.failures), ["unsupported"]);
  await context.close();
  await server.stop();
});

test("a program that does not arrive: told as timeout after half a minute", async () => {
  const server = await serve({
    fault: (path) => isProgram(path) && { until: new Promise(() => {}) },
  });
  const context = await newContext(browser);
  await context.clock.install();
  const page = await openFailing(context, server.address);
  await page.locator("leadership-audit h2").waitFor();
  await page.waitForTimeout(100);
  await context.clock.runFor(31_000);
  await page.locator("leadership-audit").getByText("The audit took too long to arrive.").waitFor();
  assert.deepEqual(await page.evaluate(() => window.failures), ["timeout"]);
  await context.close();
  await server.stop();
});

test("a questionnaire that does not arrive: told after half a minute", async () => {
  const never = { until: new Promise(() => {}) };
  const script = '<script type="module" src="/leadership-audit.js"></script>';
  const own = `<!doctype html><html lang="en"><title>A host</title>${script}<leadership-audit src="/own.json" loading="eager"></leadership-audit>`;
  const server = await serve({ pages: { "/own": own }, fault: (path) => path === "/own.json" && never });
  const context = await newContext(browser);
  await context.clock.install();
  const page = await openFailing(context, `${server.address}own`);
  await page.getByText("The questionnaire is on its way.").waitFor();
  await page.waitForTimeout(100);
  await context.clock.runFor(31_000);
  await page.getByText("The questionnaire that this page names could not be fetched.").waitFor();
  assert.deepEqual(await page.evaluate(() => window.failures), ["source"]);
  await context.close();
  await server.stop();
});

test("texts that do not arrive: what comes after a result opens without them after half a minute", async () => {
  const never = { until: new Promise(() => {}) };
  const script = '<script type="module" src="/leadership-audit.js"></script>';
  const map = `<!doctype html><html lang="en"><title>A host</title>${script}<leadership-audit start="map" loading="eager"></leadership-audit>`;
  const server = await serve({
    pages: { "/map": map },
    fault: (path) => path.endsWith("-texts.en.json") && never,
  });
  const context = await newContext(browser);
  await context.clock.install();
  const asked = context.waitForEvent("request", (request) => request.url().endsWith("-texts.en.json"));
  const page = await openFailing(context, `${server.address}map`);
  await asked;
  await page.waitForTimeout(100);
  await context.clock.runFor(31_000);
  await page.getByRole("heading", { name: "The people who matter most to your work" }).waitFor();
  assert.deepEqual(await page.evaluate(() => window.failures), []);
  await context.close();
  await server.stop();
});

test("another try, when it was pressed, gives focus to the screen", async () => {
  const server = await serve({ fault: (path) => isProgram(path) && { status: 404 } });
  const context = await newContext(browser);
  const page = await openFailing(context, server.address);
  await page.getByRole("button", { name: "Try again" }).focus();
  server.behaviour.fault = undefined;
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Try again" }).waitFor({ state: "detached" });
  assert.match(await focused(page), /^h2/);
  await context.close();
  await server.stop();
});

test("stored answers can be saved although the program cannot run", async () => {
  const server = await serve();
  const context = await newContext(browser);
  const page = await openFailing(context, server.address);
  await pressButton(page, "Start");
  await answer(page, [..."45"]);
  const stored = await page.evaluate(() => ({ ...localStorage }));
  server.behaviour.fault = (path) => isProgram(path) && { status: 500 };
  await page.reload();
  await page.getByText("What you answered before is still here.").waitFor();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    pressButton(page, "Save everything stored here as a file"),
  ]);
  const backup = JSON.parse(readFileSync(await file.path(), "utf8"));
  assert.deepEqual(backup, { schema: "leadership-audit/backup", version: 1, records: stored });
  assert.ok(`${PREFIX}answer:up-trust-1` in backup.records);
  await context.close();
  await server.stop();
});

test("an element that is moved and removed keeps one widget and its place", async () => {
  const server = await serve();
  const context = await newContext(browser);
  const page = await context.newPage();
  await page.goto(server.address);
  await pressButton(page, "Start");
  await page.locator("leadership-audit fieldset.item").waitFor();
  await answer(page, ["4"]);
  await page.getByText("2 of 36").waitFor();
  await page.evaluate(() => {
    document.querySelector("footer").append(document.querySelector("leadership-audit"));
  });
  await page.getByText("2 of 36").waitFor();
  await page.evaluate(async () => {
    const element = document.querySelector("leadership-audit");
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.body.append(element);
    element.scrollIntoView();
  });
  await page.getByText("1 of 36 answered.").waitFor();
  assert.equal(await page.locator("leadership-audit h2").count(), 1);
  await context.close();
  await server.stop();
});

test("without storage, an element that is put back later has its answers still", async () => {
  const server = await serve();
  const context = await newContext(browser);
  await context.addInitScript(() =>
    Object.defineProperty(window, "localStorage", { get: () => null }),
  );
  const page = await context.newPage();
  await page.goto(server.address);
  await pressButton(page, "Start");
  await page.locator("leadership-audit fieldset.item").waitFor();
  await answer(page, [..."453"]);
  await page.evaluate(async () => {
    const element = document.querySelector("leadership-audit");
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.body.append(element);
    element.scrollIntoView();
  });
  await page.getByText("3 of 36 answered.").waitFor();
  await pressButton(page, "Continue where you stopped");
  await page.getByText("4 of 36").waitFor();
  await context.close();
  await server.stop();
});

test("a page whose every object has a method then, so that no promise of one is kept: told as page", async () => {
  const server = await serve();
  const context = await newContext(browser);
  await context.addInitScript(() => {
    Object.prototype.then = () => {};
  });
  const page = await context.newPage();
  await page.goto(server.address);
  const widget = page.locator("leadership-audit");
  await widget.getByText("Something else on this page keeps the audit from starting.").waitFor();
  await widget.getByText("Object.prototype.then").waitFor({ state: "attached" });
  await context.close();
  await server.stop();
});
