// What the browser is asked to do for the visitor and may refuse without a word: to save a file, to copy, to print.
// What came of it is said in the place after the button that the screen keeps for it, with the text itself where
// it stayed on the page.
import { copyText } from "./copy.js";
import { element } from "./dom.js";
import { offerFile } from "./file.js";
import { hold } from "./lock.js";
import { printDocument } from "./print.js";

/** A place for an outcome, as `outcome` in src/ui.rs draws it. */
export const outcomePlace = () => element("div", { className: "outcome" }, element("p", { role: "status" }));

/** Says `said` in a place and nothing else; without it, nothing. */
function say(place, ...said) {
  const [status, ...more] = place.childNodes;
  for (const node of more) node.remove();
  status.replaceChildren(...said);
}

/** Says that something may not be allowed here, and where it is. */
function sayForbidden(place, says, ...said) {
  say(place, ...said);
  place.append(element("p", { className: "quiet", textContent: says.elsewhere }));
}

/** Copies a text and says so; if that fails, or if it `shows` anyway, the text is there, selected. */
async function copyInto(place, says, text, shows) {
  const copied = await copyText(place, text);
  if (!place.isConnected) return copied;
  const said = copied ? says.copied : says.not_copied;
  if (copied && !shows) {
    say(place, said);
    return copied;
  }
  sayForbidden(place, says, said);
  const area = element("textarea", { value: text, readOnly: true, rows: 6, ariaLabel: said });
  place.lastChild.before(area);
  area.focus();
  area.select();
  // From its beginning: browsers show the end of what they select.
  area.scrollTop = 0;
  return copied;
}

/** Says what to do if no file arrives. `offered`: the browser may have taken it. */
export function sayOffered(place, says, text, offered) {
  const button = element("button", { type: "button", className: "link", textContent: says.as_text });
  button.addEventListener("click", () => copyInto(place, says, text, true));
  if (offered) say(place, says.no_file, " ", button);
  else sayForbidden(place, says, says.not_saved, " ", button);
}

/**
 * What the program asks of the browser, for one element.
 * @param {ShadowRoot} root
 * @param {() => object} says what is said about each outcome, in the language of now
 * @param {(format: string) => void} exported hears what was taken away: the result in this format or, if that is
 *   empty, anything else
 */
export function outcomes(root, says, exported) {
  let pressed;
  /** Counts screens, so that an outcome can tell that its own has gone. */
  let screen = 0;
  const note = ({ target }) => {
    pressed = target;
  };
  root.addEventListener("click", note, true);
  const places = () => root.querySelectorAll(".outcome");

  /** The first place after what was pressed; the first of all, if that's no longer on screen. */
  const placeAfter = () => {
    const all = places();
    for (const place of all) {
      // 4: it follows.
      if (pressed?.isConnected && pressed.compareDocumentPosition(place) & 4) return place;
    }
    return all[0];
  };

  return {
    /** Takes away what was said: another screen is about to be shown. */
    leaveScreen() {
      screen++;
      for (const place of places()) say(place);
    },

    offer(name, type, text, format) {
      const offered = offerFile(name, type, text);
      if (offered) exported(format);
      // Once the program has drawn the screen that the press leads to.
      setTimeout(() => {
        const place = placeAfter();
        if (place) sayOffered(place, says(), text, offered);
      });
    },

    async copy(text, format) {
      if (await copyInto(placeAfter(), says(), text)) exported(format);
    },

    /** Opens the share sheet. What the visitor closes is not said. */
    async share(text) {
      try {
        await navigator.share({ __proto__: null, text });
      } catch (error) {
        if (error?.name !== "AbortError") await copyInto(placeAfter(), says(), text, true);
      }
    },

    hold,

    async print(title, body, style, format) {
      const place = placeAfter();
      const on = screen;
      const hear = (begun) => {
        if (begun) exported(format);
        if (on !== screen) return;
        if (begun) say(place);
        else sayForbidden(place, says(), says().not_printed);
      };
      try {
        await printDocument(root.host, title, body, style, hear);
      } catch (error) {
        console.warn("leadership-audit:", error);
        hear(false);
      }
    },
  };
}
