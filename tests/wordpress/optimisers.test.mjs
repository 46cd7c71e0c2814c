// Optimisers: what they are known to do to scripts, done to a page of the plugin. The plugins themselves are not here.
import assert from "node:assert/strict";
import { test } from "node:test";
import { transformSync } from "esbuild";
import { useSite } from "../e2e/site.mjs";
import { answerOne, inEachWordPress, open } from "./wordpress.mjs";

const site = useSite();
const CACHE = "/wp-content/cache/combined.js";
const TAG = /<script[^>]*\/start\.js[^>]*><\/script>/;
const ELSE = "window.other = (window.other || 0) + 1;\n";

/** Each takes the page and the script, and gives the page as a visitor gets it, with the file in the optimiser's folder. */
const TRANSFORMATIONS = {
  "combined with other scripts, in a folder of the optimiser's": (html, script) => ({
    html: html.replace(TAG, `<script src="${CACHE}"></script>`),
    file: `${ELSE}${script};\n${ELSE}`,
  }),
  "combined, and moved into the head": (html, script) => ({
    html: html.replace(TAG, "").replace("</head>", `<script src="${CACHE}"></script></head>`),
    file: `${ELSE}${script}`,
  }),
  "minified into a folder of the optimiser's": (html, script) => ({
    html: html.replace(TAG, `<script defer src="${CACHE}?ver=1"></script>`),
    file: transformSync(script, { minify: true }).code,
  }),
  "minified for old browsers": (html, script) => ({
    html: html.replace(TAG, `<script src="${CACHE}"></script>`),
    file: transformSync(script, { minify: true, target: "es2017", supported: { "dynamic-import": true } }).code,
  }),
  "written into the page": (html, script) => ({ html: html.replace(TAG, () => `<script>${script}</script>`) }),
  "in try and catch, as a module": (html, script) => ({
    html: html.replace(TAG, () => `<script type="module">try{${script}}catch(e){console.log(e)}</script>`),
  }),
  "fetched in parallel": (html) => ({ html: html.replace(TAG, (tag) => tag.replace(" defer", "").replace("<script", "<script async")) }),
  "without its version": (html) => ({ html: html.replace(/start\.js\?ver=[\d.]+/, "start.js") }),
  "without the preloads, every attribute and all comments": (html) => ({
    html: html
      .replace(/<link rel=.(module)?preload.[^>]*>/g, "")
      .replace(/<!--[^]*?-->/g, "")
      .replace(TAG, (tag) => `<script src=${/src=["']([^"']+)/.exec(tag)[1]}></script>`),
  }),
  "delayed until the visitor moves": (html) => ({
    html: html.replace(TAG, (tag) => {
      const wait = `addEventListener("pointermove", () => {
        const held = document.querySelector("script[type=delayed]");
        const script = document.createElement("script");
        script.src = held.dataset.src;
        held.replaceWith(script);
      }, { once: true });`;
      return `${tag.replace("<script", '<script type="delayed"').replace(" src=", " data-src=")}<script>${wait}</script>`;
    }),
    moves: true,
  }),
};

inEachWordPress((wordpress) => {
  for (const [title, transform] of Object.entries(TRANSFORMATIONS)) {
    test(`the audit runs with its script ${title}`, async () => {
      const address = wordpress.publish('[leadership_audit form="short" accent="#7a3e9d"]');
      const before = await (await fetch(address)).text();
      assert.match(before, TAG);
      const [, src] = /src=["']([^"']+)/.exec(TAG.exec(before)[0]);
      const { html, file, moves } = transform(before, await (await fetch(src)).text());
      assert.notEqual(html, before);
      const context = await site.newContext();
      await context.route(address, (route) => route.fulfill({ contentType: "text/html", body: html }));
      await context.route(`**${CACHE}*`, (route) => route.fulfill({ contentType: "text/javascript", body: file }));
      const page = await open(context, wordpress, address);
      if (moves) {
        await page.getByText("The self-assessment belongs here.").waitFor();
        await page.mouse.move(50, 50);
        await page.mouse.move(60, 60);
      }
      assert.equal(await answerOne(page), 4);
      assert.deepEqual(page.faults, []);
    });
  }
});
