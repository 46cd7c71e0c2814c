// Whether an address is a link that the widget shows. The rule is that of crates/app/src/attributes/link.rs, and
// tests/links.json has examples for both.

/** A host that shows, a port perhaps, and whatever follows: no name of a user, no escapes in the host. */
const HTTPS = /^https:\/\/(?![-.]*(?:[:/?#]|$))(?:[a-z\d.-]|[^\0-\x7f])+(?::\d*)?(?:[/?#]|$)/iu;
const MAILBOX = /^mailto:[^@?]+@[^@?]+(?:\?|$)/i;
/** No white space, nothing that is not seen, and nothing that browsers read as another character. */
const PLAIN = /^[^\p{Cc}\p{Z}\p{Bidi_C}\p{DI}\u2800\ufff9-\ufffb\\"<>]*$/u;

/** As people type an address: `calendly.com/coach`, `noor@coach.example`. */
const WITHOUT_HTTPS = /^(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+\p{L}{2,}(?::\d+)?(?:[/?#]|$)/u;
const WITHOUT_MAILTO = /^[^\s@:/?#]+@(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+\p{L}{2,}$/u;

/** Whether a text is the address of a mail. @param {string} text as an owner typed it */
export const isMailbox = (text) => PLAIN.test(text.trim()) && MAILBOX.test(text.trim());

/** @param {string} text as an owner typed it */
export function isLink(text) {
  const address = text.trim();
  if (!PLAIN.test(address)) return false;
  return isMailbox(address) || (HTTPS.test(address) && URL.canParse(address));
}

/** An address with the scheme that was left out. @param {string} text as an owner typed it */
export function mended(text) {
  const address = text.trim();
  if (WITHOUT_HTTPS.test(address)) return `https://${address}`;
  return WITHOUT_MAILTO.test(address) ? `mailto:${address}` : address;
}
