// Learners who share a browser have an audit each. Its name holds a hash of the platform's id for the learner, so that
// the id itself is not stored.

/** The most characters of the owner's own name for the audit: with the hash it has to stay within 64. */
const LONGEST_NAME = 50;

/** FNV-1a, of 32 bits. */
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36);
}

/**
 * The name of a learner's audit.
 * @param {string | null} own the owner's name for it @param {string} id empty if the platform gives none
 */
export function auditOf(own, id) {
  const name = (own ?? "scorm").slice(0, LONGEST_NAME);
  return id ? `${name}-${hashOf(id)}` : name;
}
