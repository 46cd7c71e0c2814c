// The address of the page for iframes, which anybody can write: hostile ones by the thousand. A
// million, as `cargo xtask fuzz` asks for: FUZZ_INPUTS=1000000 FUZZ_SEED=1.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { serve } from "./server.mjs";
import { PROJECT, launch, newContext } from "./widget.mjs";

const INPUTS = Number(process.env.FUZZ_INPUTS ?? 20_000);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
const source = (name) => readFileSync(join(PROJECT, "site", name), "utf8");

/** In the page, where the browser judges colours and lengths. */
async function fuzz([inputs, seed]) {
  const { readQuery } = await import("/query.js");
  const { ATTRIBUTES, LONGEST_OPTION, NOT_IN_FRAMES, TOKENS } = await import("/settings.js");
  const NAMES = [...ATTRIBUTES, ...TOKENS.keys(), "style", "onclick", "__proto__", "id", ""];
  const VALUES = [
    ..."short|audit|session|eager|#0f5f66|red|rgb(1 2 3)|0.5em|4px|Georgia, serif|“Noto Sans”".split("|"),
    ..."javascript:alert(1)|//evil.example/x.json|https://evil.example|/own.json|data:,x|\\\\evil.example".split("|"),
    ..."red;}*{display:none}|url(//evil.example)|var(--x)|calc(1px + 1px)|expression(1)|env(x)|<b>|%|%00".split("|"),
    ..."\u202e|\u0000|'|\"|\\|/*|*/|&|=|+|#|image-set(x)|color-mix(in srgb, red, blue)|-1px|1e9em".split("|"),
    "x".repeat(501),
    "Georgia,".repeat(60),
    "(".repeat(400),
  ];
  const allowed = { cta: true, src: ["/own.json", "https://evil.example/own.json"] };
  // xorshift32: the same inputs for the same seed, everywhere.
  let state = seed >>> 0 || 1;
  const below = (most) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % most;
  };
  const one = (list) => list[below(list.length)];
  const mutated = (text) => {
    const at = below(text.length + 1);
    const kinds = [
      () => text,
      () => text.slice(0, at) + String.fromCharCode(below(0x250)) + text.slice(at),
      () => text.slice(0, at) + text.slice(at + 1 + below(4)),
      () => text.slice(0, at) + one(VALUES) + text.slice(at),
      () => text.toUpperCase(),
    ];
    return one(kinds)();
  };
  const escaped = (text) => (below(4) ? encodeURIComponent(text.toWellFormed()) : text);
  const page = "https://coach.example/embed.html";
  const clean = /^(?!.*(url|var|env|calc|expression|image|attr)\s*\()[^;{}\\<>@]*$/i;
  const result = { taken: 0, options: 0, wrong: [] };
  for (let made = 0; made < inputs && result.wrong.length < 5; made++) {
    const pairs = Array.from({ length: 1 + below(5) }, () => `${escaped(mutated(one(NAMES)))}=${escaped(mutated(one(VALUES)))}`);
    const query = `?${pairs.join(one(["&", "&", "&", "&&", "?", "#"]))}`;
    const options = [...new URLSearchParams(query)].length;
    const { attributes, properties, warnings } = readQuery(query, `${page}${query}`, allowed);
    const holds =
      attributes.length + properties.length + warnings.length === options &&
      attributes.every(([name, value]) => ATTRIBUTES.includes(name) && value.length <= LONGEST_OPTION) &&
      attributes.every(([name]) => !NOT_IN_FRAMES.includes(name)) &&
      attributes.every(([name, value]) => name !== "src" || new URL(value, page).href === "https://coach.example/own.json") &&
      properties.every(([name, value]) => /^--leadership-audit-[a-z-]+$/.test(name) && clean.test(value)) &&
      warnings.every((warning) => warning.length < 200);
    if (!holds) result.wrong.push(query);
    result.options += options;
    result.taken += attributes.length + properties.length;
  }
  // Two megabytes of one option: it only has to end.
  readQuery(`?${"font=Georgia%2C".repeat(140_000)}`, page, allowed);
  return result;
}

/** Which options are taken at their greatest length, and one longer. */
async function atTheLimits() {
  const { readQuery } = await import("/query.js");
  const { LONGEST_FONTS, LONGEST_OPTION } = await import("/settings.js");
  const allowed = { cta: true, src: [] };
  const taken = {};
  for (const [name, longest] of [["cta-label", LONGEST_OPTION], ["font", LONGEST_FONTS]]) {
    taken[name] = [longest, longest + 1].map((length) => {
      const { attributes, properties } = readQuery(`?${name}=${"a".repeat(length)}`, location.href, allowed);
      return attributes.length + properties.length;
    });
  }
  return taken;
}

/** Which lengths are taken. */
async function lengths(tried) {
  const { readQuery } = await import("/query.js");
  const taken = ([name, value]) => readQuery(`?${name}=${value}`, location.href, { cta: false, src: [] }).properties.length;
  return tried.map(taken);
}

/** An empty page that can import what reads the address. */
async function openEmpty(test) {
  const server = await serve({
    pages: { "/": "<!doctype html><title>x</title>", "/query.js": source("query.js"), "/settings.js": source("settings.js") },
  });
  const browser = await launch();
  test.after(async () => {
    await browser.close();
    await server.stop();
  });
  const page = await (await newContext(browser)).newPage();
  await page.goto(server.address);
  return page;
}

test("the longest option and the longest list of fonts are taken, and none that is longer", async (test) => {
  const page = await openEmpty(test);
  assert.deepEqual(await page.evaluate(atTheLimits), { "cta-label": [1, 0], font: [1, 0] });
});

test("lengths by a link are neither huge nor, for text, tiny", async (test) => {
  const page = await openEmpty(test);
  const tried = {
    "font-size=64px": 1,
    "font-size=64.1px": 0,
    "font-size=4rem": 1,
    "font-size=999rem": 0,
    "font-size=5em": 0,
    "font-size=8px": 1,
    "font-size=7px": 0,
    "font-size=0": 0,
    "radius=0": 1,
    "radius=65px": 0,
    "space=999em": 0,
  };
  const options = Object.keys(tried).map((option) => option.split("="));
  assert.deepEqual(await page.evaluate(lengths, options), Object.values(tried));
});

test(`${INPUTS} hostile addresses of the page for iframes: nothing but options that can do no harm`, async (test) => {
  const page = await openEmpty(test);
  const { taken, options, wrong } = await page.evaluate(fuzz, [INPUTS, SEED]);
  assert.deepEqual(wrong, []);
  assert.ok(taken > options / 50, "some are taken");
  assert.ok(taken < options / 2, "most are not");
  const share = Math.round((taken / options) * 100);
  console.log(`${INPUTS} addresses from seed ${SEED}: ${share} % of the options taken`);
});
