// Browser Back and Forward between the screens of one element: welcome, the statements, the result, and
// what follows it, one entry of the page's history each. The state of an entry is the page's own with
// one field more, so that a router of the page finds what it put there.

/** Statements and review are one place: Back leaves them for the screen before. */
const placeOf = (screen) => (screen === "review" ? "item" : screen);

export class Trail {
  #key;
  #go;
  /** The places from the first to the current one. */
  #places = [];
  /** Whether the browser was told to go back, and has not done so yet. */
  #leaving = false;
  /** The screen that has followed meanwhile. */
  #next;

  /**
   * @param {string} audit tells this element's entries from those of others
   * @param {(place: string) => void} go shows the screen of a place
   */
  constructor(audit, go) {
    this.#key = `leadership-audit:${audit}`;
    this.#go = go;
    addEventListener("popstate", this.#popped);
  }

  stop() {
    removeEventListener("popstate", this.#popped);
  }

  /** Records the current screen. */
  follow(screen) {
    if (this.#leaving) {
      this.#next = screen;
      return;
    }
    const place = placeOf(screen);
    const last = this.#places.length - 1;
    if (place === this.#places[last]) return;
    if (place === this.#places[last - 1]) {
      this.#places.length = last;
      // Unless the page has put an entry of its own on top.
      if (this.#entry(history.state)?.index === last) {
        this.#leaving = true;
        history.back();
      }
    } else if (this.#places[last] === "item" && place === "results") {
      // A finished audit takes the place of its statements: Back does not lead into them again.
      this.#places[last] = place;
      if (last > 0) this.#write("replaceState", last, place);
    } else {
      this.#places[last + 1] = place;
      if (last >= 0) this.#write("pushState", last + 1, place);
    }
  }

  #write(method, index, place) {
    try {
      history[method]({ ...history.state, [this.#key]: `${index} ${place}` }, "");
    } catch {
      // The page forbids new history entries: Back leaves the page, as it would without this.
    }
  }

  /** What an entry of the history says; nothing for one that is not this element's. */
  #entry(state) {
    const found = /^(\d+) ([a-z]+)$/.exec(state?.[this.#key]);
    return found ? { index: Number(found[1]), place: found[2] } : undefined;
  }

  #popped = ({ state }) => {
    const last = this.#places.length - 1;
    const { index, place } = this.#entry(state) ?? { index: 0, place: this.#places[0] };
    const next = this.#next;
    this.#leaving = false;
    this.#next = undefined;
    if (index === last && next) this.follow(next);
    if (index === last || index > last + 1) return;
    this.#places.length = index;
    this.#places[index] = place;
    this.#go(place);
  };
}
