// Made-up answers, so that an owner sees the screens after the last statement at once. They are stored for this tab alone,
// under a name of their own: no audit of a visitor is touched.

const AUDIT = "builder-preview";
const prefixOf = (audit) => `leadership-audit:${audit}`;

let count = 0;

/** What keeps an element of the preview apart from every real audit, and from the elements before it. */
export const apart = () => ({ "audit-id": `${AUDIT}-${++count}`, retain: "session", loading: "eager" });

/** Answers as parts of the way from the first option to the last. They repeat. */
const ANSWERS = [0.75, 0.75, 1, 1, 0.5, 0.75, 1, 0.25, 0.5, 0, 0.5, 0.75, 1, 1, 0.5, 0.75, 0.5, 1];
/** As long as somebody takes who reads a statement. */
const SECONDS = 7;
/** How long a screen may take to come; some browsers keep a page's storage from it. */
const LATE_MS = 15_000;

/** Forgets what the elements of the preview have stored, but for one audit. */
export function forgetBut(audit) {
  try {
    const isOver = (key) => key.startsWith(prefixOf(AUDIT)) && !(audit && key.startsWith(slot(audit, "")));
    const keys = Object.keys(sessionStorage).filter(isOver);
    for (const key of keys) sessionStorage.removeItem(key);
  } catch {
    // Nothing can be stored, so nothing is.
  }
}

/** Waits until something is found in an element's shadow root. */
export async function comes(widget, selector) {
  const end = performance.now() + LATE_MS;
  for (;;) {
    const found = widget.shadowRoot?.querySelector(selector);
    if (found) return found;
    if (performance.now() > end) throw new Error(`${selector} did not come`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const slot = (audit, name) => `${prefixOf(audit)}:${name}`;
const stored = (audit, name) => JSON.parse(sessionStorage.getItem(slot(audit, name)));

/** Answers the statement on screen once the program is there; before, it would take the press for one on the first. */
async function answers(widget, share) {
  await new Promise((resolve) => widget.addEventListener("leadership-audit-ready", resolve, { once: true }));
  await comes(widget, "fieldset.item");
  const options = [...widget.shadowRoot.querySelectorAll("fieldset.item input[type=radio]")].filter(({ value }) => value !== "0");
  options[Math.round(share * (options.length - 1))].click();
  return options.length;
}

/** Stores the answers to all but the last of these statements, as the element does; it has stored the first. */
function fill(audit, items, head, options) {
  const { began, writer } = head;
  let { clock } = head;
  const put = (name, fields) => {
    clock += 1;
    sessionStorage.setItem(slot(audit, name), JSON.stringify({ version: head.version, began, clock, writer, ...fields }));
  };
  items.slice(0, -1).forEach((item, index) => {
    const value = 1 + Math.round(ANSWERS[index % ANSWERS.length] * (options - 1));
    put(`answer:${item}`, { value, active_ms: SECONDS * 1000 });
  });
  put("position", { item: items.at(-1) });
}

/**
 * Shows the result of made-up answers. The first and the last the element takes itself, and with them the edition of its
 * questionnaire and everything that follows from the end of an audit.
 * @param {() => HTMLElement} place puts a new element, which begins with the first statement, into a box that nobody sees
 * @param {(form: string) => Promise<string[]>} itemsOf the statements of a form
 * @returns {Promise<HTMLElement>} the element, on the result
 */
export async function showSample(place, itemsOf) {
  const first = place();
  const audit = first.getAttribute("audit-id");
  const options = await answers(first, ANSWERS[0]);
  while (!stored(audit, "head")) await new Promise((resolve) => setTimeout(resolve, 20));
  const head = stored(audit, "head");
  first.remove();
  // An element that leaves its page is told only afterwards.
  await new Promise((resolve) => setTimeout(resolve));
  fill(audit, await itemsOf(head.form), head, options);
  const last = place();
  await answers(last, ANSWERS.at(-1));
  (await comes(last, ".nav > button:last-child")).click();
  await comes(last, ".results");
  return last;
}
