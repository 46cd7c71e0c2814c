// The log of what a page hears from the element.

const EVENTS = [
  "ready",
  "started",
  "progressed",
  "completed",
  "exported",
  "shared",
  "erased",
  "failed",
].map((name) => `leadership-audit-${name}`);

/** A whole export is folded away; nobody reads it here. */
const SHORT = 120;
const MOST = 50;

function element(name, text = "") {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function detailOf(detail) {
  const text = JSON.stringify(detail);
  if (text.length <= SHORT) return element("code", text);
  const folded = element("details");
  folded.append(
    element("summary", `detail, ${text.length} characters`),
    element("pre", JSON.stringify(detail, null, 2)),
  );
  return folded;
}

/** @param {HTMLOListElement} list @param {HTMLElement} none shown while there are none */
export function logEvents(list, none) {
  for (const name of EVENTS) {
    document.addEventListener(name, ({ type, detail }) => {
      none.hidden = true;
      const line = element("li");
      line.append(element("b", type), " ", detailOf(detail));
      list.prepend(line);
      if (list.childElementCount > MOST) list.lastElementChild.remove();
    });
  }
}
