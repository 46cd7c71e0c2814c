// What is typed into the widget ends at its shadow root. Further out the target of an event is the element, so that a
// shortcut of the page that spares text fields, such as "/" for its search, would take the key from a field of ours.

/** The controls that have a use for every key but these. */
const FIELDS = "input, textarea, select";
const OF_THE_PAGE = /^(?:Escape|Tab|F\d+)$/;
/** The controls that have a use for these keys. */
const BUTTONS = "button, summary, a";
const PRESSES = /^(?:Enter| )$/;
const CLIPBOARD = ["cut", "copy", "paste"];

function isOurs(event) {
  // The program has acted on it.
  if (event.defaultPrevented) return true;
  const { target, key, ctrlKey, metaKey } = event;
  // AltGr is Ctrl and Alt on some systems, and types.
  if (metaKey || (ctrlKey && !event.getModifierState("AltGraph"))) return false;
  return target.matches(FIELDS) ? !OF_THE_PAGE.exec(key) : target.matches(BUTTONS) && PRESSES.exec(key);
}

/** Has the page around hear nothing of keys that the widget has a use for. */
export function keepKeys(root) {
  /** The keys that are down and ended here: no page hears them go up either. */
  const down = new Set();
  root.addEventListener("keydown", (event) => {
    if (!isOurs(event)) return;
    down.add(event.code);
    event.stopPropagation();
  });
  root.addEventListener("keypress", (event) => {
    if (down.has(event.code)) event.stopPropagation();
  });
  root.addEventListener("keyup", (event) => {
    if (down.delete(event.code)) event.stopPropagation();
  });
  for (const type of CLIPBOARD) {
    root.addEventListener(type, (event) => {
      if (event.target.matches(FIELDS)) event.stopPropagation();
    });
  }
}
