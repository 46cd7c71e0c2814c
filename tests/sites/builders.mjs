// What site builders publish, as far as it is known: made from what is pasted into them. They cannot be had here, so this is
// from their documentation and from pages that they have published.
import { page } from "../e2e/web.mjs";

/**
 * @typedef {object} Published
 * @property {string} address of the page
 * @property {Record<string, ((path: string) => object | undefined)[]>} sites the builder's, as `visit` takes them
 * @property {(page: import("playwright-core").Page) => object} frames where in the page the audit is
 */

const COACH = "https://www.coach.example";
const at = (path, body) => (asked) => (asked === path ? page(body) : undefined);

/** The styles of a builder's page: broad selectors, and everything positioned. */
const STYLE = `<style>
  * { box-sizing: border-box } h2 { text-transform: uppercase; letter-spacing: .1em } button { all: unset; background: #000 }
  p { font: 300 18px/1.8 sans-serif } .section { position: relative; max-width: 1100px; margin: 0 auto; padding: 6vw }
</style>`;

/** A block for code, as Squarespace and Webflow have it: in the page itself. */
export function codeBlock(pasted) {
  const body = `${STYLE}<header class="section"><h1>Coaching</h1></header>
    <main><div class="section"><div class="code-block"><div class="code-block-content">${pasted}</div></div></div></main>`;
  return { address: `${COACH}/audit`, sites: { [COACH]: [at("/audit", body)] }, frames: (opened) => opened };
}

/** The rights that a frame in a published page of Wix was seen with. */
const RIGHTS = "allow-same-origin allow-forms allow-popups allow-scripts allow-pointer-lock";

/** An element that shows another site by its address, as Wix has it, and Google Sites “by URL”. */
export function frameByAddress(address, height = 850) {
  const body = `${STYLE}<header class="section"><h1>Coaching</h1></header>
    <main class="section"><iframe title="Embedded content" width="100%" height="${height}" scrolling="auto"
      sandbox="${RIGHTS}" src="${address}"></iframe></main>`;
  return {
    address: `${COACH}/audit`,
    sites: { [COACH]: [at("/audit", body)] },
    frames: (opened) => opened.frameLocator("iframe"),
  };
}

/** “Embed code” of Google Sites: a frame of another site, in it a frame with the code. */
export function frameInFrame(pasted) {
  const rights = `${RIGHTS} allow-popups-to-escape-sandbox allow-downloads allow-modals`;
  const frame = (src) => `<iframe title="Embedded content" width="100%" height="600" sandbox="${rights}" src="${src}"></iframe>`;
  const content = "https://embedded.user-content.example";
  return {
    address: `${COACH}/audit`,
    sites: {
      [COACH]: [at("/audit", `<h1>Coaching</h1>${frame(`${content}/outer.html`)}`)],
      [content]: [at("/outer.html", frame(`${content}/inner.html`)), at("/inner.html", pasted)],
    },
    frames: (opened) => opened.frameLocator("iframe").frameLocator("iframe").frameLocator("iframe"),
  };
}
