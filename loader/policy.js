// Whether the page's Content Security Policy is why something fails.
import { Failure } from "./failure.js";

/**
 * Does something. If it fails because of the policy, the failure is of kind "blocked". Browsers report that in an event,
 * which may arrive after the error that it causes.
 * @param {string} blocked what the event names: an address, or "wasm-eval"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function notBlocked(blocked, work) {
  let found = false;
  const name = "securitypolicyviolation";
  const look = ({ blockedURI }) => {
    found ||= blockedURI === blocked;
  };
  document.addEventListener(name, look);
  try {
    return await work();
  } catch (error) {
    await new Promise((resolve) => setTimeout(resolve));
    throw found || isPolicy(error) ? new Failure("blocked", `${blocked}: ${error}`) : error;
  } finally {
    document.removeEventListener(name, look);
  }
}

/** Some browsers compile a module and refuse only to instantiate it. */
export const isPolicy = (error) => /Content Security Policy|unsafe-eval/.test(error);
