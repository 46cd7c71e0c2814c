// Every text of the builder's page can be found by whoever translates it.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { useSite } from "./site.mjs";
import { PROJECT } from "./widget.mjs";

const site = useSite();
const html = readFileSync(`${PROJECT}index.html`, "utf8");

test("what index.html says is marked, once each, and so is every attribute that somebody reads", async () => {
  const page = await site.open();
  const found = await page.evaluate((html) => {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    const says = (text) => /\p{L}{2}/u.test(text);
    const texts = parsed.createTreeWalker(parsed.documentElement, NodeFilter.SHOW_TEXT);
    const bare = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      if (says(node.data) && !node.parentElement.closest("[data-text], [translate=no]")) bare.push(node.data.trim());
    }
    const READ = ["placeholder", "aria-label", "title", "alt"];
    for (const element of parsed.querySelectorAll(READ.map((name) => `[${name}]`).join())) {
      for (const name of READ) {
        const value = element.getAttribute(name);
        // A code or an address is the same in every language.
        if (value && says(value) && !/^(#|https:)/.test(value) && !element.hasAttribute(`data-text-${name}`)) bare.push(value);
      }
    }
    const keys = [...parsed.querySelectorAll("*")].flatMap(({ attributes }) =>
      [...attributes].filter(({ name }) => name.startsWith("data-text")).map(({ value }) => value),
    );
    return { bare, twice: keys.filter((key, at) => keys.indexOf(key) !== at), count: keys.length };
  }, html);
  assert.deepEqual(found.bare, []);
  assert.deepEqual(found.twice, []);
  assert.ok(found.count > 100);
});

test("every sentence of the scripts is in one table, with none in it that nobody asks for", () => {
  const scripts = readdirSync(`${PROJECT}site`).filter((name) => name.endsWith(".js"));
  const source = (name) => readFileSync(`${PROJECT}site/${name}`, "utf8");
  const table = [...source("english.js").matchAll(/^ {2}"([\w.-]+)":/gm)].map(([, key]) => key);
  const others = scripts.filter((name) => name !== "english.js").map(source).join("\n");
  const asked = [...others.matchAll(/["`]((?:[a-z]+)\.[\w.${}-]+)["`]/g)].map(([, key]) => key.replace(/\$\{.+?\}/g, "[a-z-]+"));
  const isAsked = (key) => asked.some((pattern) => new RegExp(`^${pattern}$`).test(key));
  assert.deepEqual(table.filter((key) => !isAsked(key)), []);
  // A sentence in quotes, anywhere but in a comment or an error for developers.
  const sentence = /^(?!\s*(\/\/|\*|\/\*)).*["`][A-Z“][\w’”]+ [\w’“”]+ [\w’“”]+/;
  const lines = others.split("\n").filter((line) => sentence.test(line) && !line.includes("Error("));
  assert.deepEqual(lines, []);
});
