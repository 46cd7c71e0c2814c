// An invitation to a round in the page's address: `#LA1.I.…`. It leaves the address at once, since browsers, visit
// counters and whoever looks over a shoulder keep addresses. The first element of the page takes it.

/**
 * Where invitations lead, without a fragment: the owner's `round-href`, or this page without its query, which may say
 * where a visitor came from.
 */
export function invitationAddress(host) {
  const named = host.getAttribute("round-href");
  try {
    const { protocol, href } = new URL(named ?? "none:", host.baseURI);
    if (/^https?:$/.test(protocol)) return href.replace(/#.*/, "");
  } catch {
    // It is no address.
  }
  return location.href.replace(/[?#].*/, "");
}

export class Invitation {
  #came;
  #text;

  /** @param {() => void} came is called when one appears later: by a link to the page that the visitor is on */
  constructor(came) {
    this.#came = came;
  }

  /** Takes the one that is there, and listens for others. */
  watch() {
    this.#look();
    addEventListener("hashchange", this.#heard);
  }

  leave() {
    removeEventListener("hashchange", this.#heard);
  }

  /** Whether there is one that the program has not been given yet. */
  get waits() {
    return this.#text !== undefined;
  }

  /** The invitation, once; undefined if there is none. */
  take() {
    const text = this.#text;
    this.#text = undefined;
    return text;
  }

  #heard = () => {
    if (this.#look()) this.#came();
  };

  #look() {
    const { hash, pathname, search } = location;
    if (!hash.toUpperCase().startsWith("#LA1.I.")) return false;
    this.#text = hash.slice(1);
    try {
      // No `hashchange` follows.
      history.replaceState(history.state, "", pathname + search);
    } catch {
      // The page forbids it, and the invitation stays where it is.
    }
    return true;
  }
}
