// Whether an address is a link that the widget shows. The rule is that of crates/app/src/attributes/link.rs, and
// tests/links.json has examples for both.

/** A host that shows, a port perhaps, and whatever follows: no name of a user, no escapes in the host. */
const HTTPS = /^https:\/\/(?![-.]*(?:[:/?#]|$))(?:[a-z\d.-]|[^\0-\x7f])+(?::\d*)?(?:[/?#]|$)/iu;
const MAILBOX = /^mailto:[^@?]+@[^@?]+(?:\?|$)/i;
/** No white space, nothing that is not seen, and nothing that browsers read as another character. */
const PLAIN = /^[^\p{Cc}\p{Z}\p{Bidi_C}\p{DI}\u2800\ufff9-\ufffb\\"<>]*$/u;

/** @param {string} text as an owner typed it */
export function isLink(text) {
  const address = text.trim();
  if (!PLAIN.test(address)) return false;
  return MAILBOX.test(address) || (HTTPS.test(address) && URL.canParse(address));
}
