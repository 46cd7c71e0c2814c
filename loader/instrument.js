// The owner's own questionnaire: the one request that an owner asks for.
import { Failure } from "./failure.js";
import { patiently } from "./patience.js";

/** Its text. A failure says which address it was, and why. */
export async function fetchInstrument(address, base) {
  try {
    const url = new URL(address, base);
    if (!/^https?:$/.test(url.protocol)) throw new Error("no address of the web");
    return await patiently(async (signal) => {
      const response = await fetch(url, {
        __proto__: null,
        credentials: "omit",
        referrerPolicy: "no-referrer",
        signal,
      });
      if (!response.ok) throw new Error(`answered ${response.status}`);
      return response.text();
    });
  } catch (error) {
    throw new Failure("source", `src="${address}": ${error}`);
  }
}
