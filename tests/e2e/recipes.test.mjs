// The scripts of docs/recipes.md, as they are there, on a page with the audit and a stand-in of each service.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { hostPage } from "./server.mjs";
import { useSite } from "./site.mjs";
import { SHORT, audit, finish, says, toKeep } from "./steps.mjs";
import { PROJECT, pressButton } from "./widget.mjs";

const site = useSite();
const text = readFileSync(`${PROJECT}docs/recipes.md`, "utf8");

/** The recipes by their headings. */
const RECIPES = Object.fromEntries(
  text.split(/^#{2,3} /m).slice(1).flatMap((section) => {
    const [heading] = section.split("\n", 1);
    const block = /```html\n([^]*?)```/.exec(section);
    return block ? [[heading, block[1]]] : [];
  }),
);
const tested = new Set();

/** A page with a recipe, and what a stand-in has noted on it as `window.noted`. */
async function open(heading, { standIn = "", change = (recipe) => recipe, attributes = 'form="short"' } = {}) {
  tested.add(heading);
  assert.ok(RECIPES[heading], `docs/recipes.md has no recipe “${heading}”`);
  const script = `<script>window.noted = []; const note = (...given) => noted.push(given); ${standIn}</script>`;
  return site.openHost({ head: script, attributes, after: change(RECIPES[heading]) });
}

const noted = (page) => page.evaluate(() => window.noted);
/** How long somebody took differs from run to run. */
const untimed = (rows) => JSON.parse(JSON.stringify(rows, (name, value) => (name === "seconds" ? "some" : value)));

const COUNTED = {
  "Google Analytics 4": {
    standIn: "window.gtag = note",
    expected: [
      ["event", "leadership_audit_started", { form: "short" }],
      ["event", "leadership_audit_completed", { form: "short", seconds: "some" }],
    ],
  },
  Plausible: {
    standIn: "window.plausible = note",
    expected: [
      ["Audit started", { props: { form: "short" } }],
      ["Audit completed", { props: { form: "short" } }],
    ],
  },
  Matomo: {
    standIn: "window._paq = { push: (call) => note(...call) }",
    expected: [
      ["trackEvent", "Leadership Audit", "started", "short"],
      ["trackEvent", "Leadership Audit", "completed", "short"],
    ],
  },
  Fathom: {
    standIn: "window.fathom = { trackEvent: note }",
    expected: [["audit started"], ["audit completed"]],
  },
};

for (const [heading, { standIn, expected }] of Object.entries(COUNTED)) {
  test(`${heading}: a beginning and an end are counted, and no answer is sent`, async () => {
    const page = await open(heading, { standIn });
    await finish(page, SHORT);
    assert.deepEqual(untimed(await noted(page)), expected);
  });
}

const SHARED = {
  "A form endpoint": {
    address: "https://FORM.EXAMPLE/YOUR-FORM",
    result: (body) => JSON.parse(/filename="result\.json"\r\n[^]*?\r\n\r\n([^]*?)\r\n--/.exec(body)[1]),
  },
  "A webhook (Zapier, Make, n8n)": {
    address: "https://HOOKS.EXAMPLE/YOUR-HOOK",
    result: (body, request) => {
      assert.match(request.headers["content-type"], /^text\/plain/, "no permission is asked for first");
      return JSON.parse(body);
    },
  },
};

for (const [heading, { address, result }] of Object.entries(SHARED)) {
  test(`${heading}: a shared result arrives whole, and a failure is said`, async () => {
    const received = [];
    const service = await site.serve({
      headers: { "access-control-allow-origin": "*" },
      request: (request) => {
        const chunks = [];
        request.on("data", (chunk) => chunks.push(chunk)).on("end", () => received.push([Buffer.concat(chunks).toString(), request]));
      },
      fault: () => ({ status: received.length > 1 ? 500 : 200, body: Buffer.from("ok") }),
    });
    const change = (recipe) => recipe.replace(address, new URL("hook", service.address).href);
    const page = await open(heading, { change, attributes: 'form="short" share-label="Share with your coach"' });
    delete page.faults;
    await finish(page, SHORT);
    await toKeep(page);
    assert.deepEqual(received, []);
    await pressButton(page, "Share with your coach");
    await page.getByText("Your result was sent.").waitFor();
    const [[body, request]] = received;
    assert.equal(request.method, "POST");
    assert.equal(request.headers.cookie, undefined);
    const { schema, responses } = result(body, request);
    assert.equal(schema, "leadership-audit/result");
    assert.equal(Object.keys(responses).length, 18);
    await service.stop();
    await pressButton(page, "Share with your coach");
    await page.getByText("It couldn’t be sent.").waitFor();
  });
}

test("A Mailchimp tag: the form shows after the last answer, and sends an address and the tag", async () => {
  const service = await site.serve({ fault: () => ({ status: 200, type: "text/html", body: Buffer.from("<title>Thanks</title>") }) });
  const change = (recipe) => recipe.replace("https://LIST.EXAMPLE/", service.address);
  const page = await open("A Mailchimp tag", { change });
  const field = page.getByLabel("Your e-mail address");
  assert.equal(await field.isVisible(), false);
  await finish(page, SHORT);
  await field.fill("leader@example.com");
  const [opened] = await Promise.all([page.context().waitForEvent("request", (request) => request.method() === "POST"), page.getByText("Send them to me").click()]);
  assert.deepEqual(Object.fromEntries(new URLSearchParams(opened.postData())), { EMAIL: "leader@example.com", tags: "YOUR-TAG" });
});

test("Send it to the coach, without a script: the link is there after the result", async () => {
  const heading = "Send it to the coach, without a script";
  tested.add(heading);
  const host = hostPage().replace(/<leadership-audit [^]*?<\/leadership-audit>/, RECIPES[heading]);
  site.server.behaviour.pages = { "/mail": host };
  const page = await site.open("mail");
  await audit(page).getByLabel("3 minutes").check();
  await finish(page, SHORT);
  await toKeep(page);
  await says(page, "Opens an email to YOU@EXAMPLE.COM");
  const link = page.locator("leadership-audit").getByRole("link", { name: "Send it to your coach" });
  assert.match(await link.getAttribute("href"), /^mailto:YOU@EXAMPLE\.COM\?subject=/);
});

test("every recipe was run", () => {
  assert.deepEqual(Object.keys(RECIPES).filter((heading) => !tested.has(heading)), []);
});
