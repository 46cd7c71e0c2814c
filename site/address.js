// The settings in the page's address: in its fragment, which no server is sent. Anybody can write one, so each value is
// judged as if it had been typed, and what a link may not decide is left out.
import { isUntouched, isUsable, nameOf, settingsOf } from "./controls.js";

/** The most characters of a fragment that is read. */
const LONGEST = 8000;
/** What an address begins with that is somebody's invitation to a round: the element takes it. */
const INVITATION = /^#LA1\./i;
/** How long changes may go on before the address follows: browsers refuse too many at once. */
const PAUSE_MS = 300;
/** The field of an entry's state that says to which of the visits of this page it belongs. */
const VISIT = "leadership-audit-builder";

const isChoice = ({ type }) => type === "radio" || type === "checkbox";

/** The fragment with what differs from the defaults. @param {Element[]} controls */
function fragmentOf(controls, isOwn) {
  const changed = controls.filter((control) => !isUntouched(control) && !isOwn(control));
  const kept = changed.filter((control) => (control.type === "radio" ? control.checked : isChoice(control) || isUsable(control)));
  const valueOf = (control) => (control.type === "checkbox" ? String(control.checked) : control.value.trim());
  return String(new URLSearchParams(kept.map((control) => [nameOf(control), valueOf(control)])));
}

function unset(control) {
  if (control instanceof HTMLSelectElement) for (const option of control.options) option.selected = option.defaultSelected;
  else if (isChoice(control)) control.checked = control.defaultChecked;
  else control.value = control.defaultValue;
}

/** Sets a control to a value of an address. @returns whether it could be */
function put(control, value) {
  if (control.type === "checkbox") {
    if (!/^(true|false)$/.test(value)) return false;
    control.checked = value === "true";
  } else if (control instanceof HTMLSelectElement) {
    if (![...control.options].some((option) => option.value === value)) return false;
    control.value = value;
  } else if (control.type === "range") {
    if (!/^\d+(\.\d+)?$/.test(value)) return false;
    control.value = value;
  } else {
    if (!isUsable(control, value)) return false;
    control.value = value;
  }
  return true;
}

/**
 * Keeps the settings of these forms in the address.
 * @param {HTMLFormElement[]} forms
 * @param {(control: Element) => boolean} isOwn whether this page wrote the value of a control itself
 * @param {(controls: Element[], fresh: boolean) => void} restored is called with the controls that an address has set;
 *   `fresh`: it is that of a link, and not one that this page wrote
 */
export function keepInAddress(forms, isOwn, restored) {
  const controls = settingsOf(...forms);
  let visit;
  let timer;

  const fragment = () => fragmentOf(controls, isOwn);
  const linkTo = (text) => location.href.replace(/#.*/, "") + (text && `#${text}`);

  function write() {
    clearTimeout(timer);
    if (INVITATION.test(location.hash)) return;
    try {
      history.replaceState({ ...history.state, [VISIT]: visit }, "", linkTo(fragment()));
    } catch {
      // A page opened from a file, or too many changes at once: the address lags behind.
    }
  }

  /** Notes that this entry of the history belongs to the current visit. */
  function note() {
    try {
      history.replaceState({ ...history.state, [VISIT]: visit }, "");
    } catch {
      // As above: every visit then counts as a new one.
    }
  }

  /** Takes the settings of the address. */
  function take() {
    if (INVITATION.test(location.hash)) return;
    const known = history.state?.[VISIT];
    const text = location.hash.slice(1);
    const pairs = text.length > LONGEST ? [] : [...new URLSearchParams(text)];
    // A place on this page says nothing of settings.
    if (visit && text && !pairs.some(([name]) => controls.some((control) => nameOf(control) === name))) {
      note();
      return;
    }
    visit = known ?? `${Date.now()} ${Math.random()}`;
    controls.forEach(unset);
    const set = [];
    for (const [name, value] of pairs) {
      const named = controls.filter((control) => nameOf(control) === name);
      const control = named.find((control) => control.type !== "radio" || control.value === value);
      if (control?.type === "radio") control.checked = true;
      if (control && (control.type === "radio" || put(control, value))) set.push(control);
    }
    restored(set, known === undefined);
    note();
  }

  addEventListener("popstate", ({ state }) => {
    // Steps of the audit in the preview have entries of their own, with the settings of their time.
    if (state?.[VISIT] === visit) write();
    else take();
  });

  return {
    take,
    /** The settings have changed. */
    changed() {
      clearTimeout(timer);
      timer = setTimeout(write, PAUSE_MS);
    },
    /** The address of this page with the settings. */
    link: () => linkTo(fragment()),
  };
}
