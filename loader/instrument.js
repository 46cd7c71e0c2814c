// The owner's own questionnaire: the one request that an owner asks for.
import { Failure } from "./failure.js";
import { PATIENCE_MS } from "./program.js";

/** Its text. A failure says which address it was, and why. */
export async function fetchInstrument(address, base) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const url = new URL(address, base);
    if (!/^https?:$/.test(url.protocol)) throw new Error("no address of the web");
    const response = await fetch(url, {
      __proto__: null,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: patience.signal,
    });
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return await response.text();
  } catch (error) {
    throw new Failure("source", `src="${address}": ${error}`);
  } finally {
    clearTimeout(timer);
  }
}
