// Downloads a file to its last byte. Patience is for what stands still: the time limit starts anew with
// every piece that arrives. What arrived before the connection failed is kept for another try.
import { Failure } from "./failure.js";
import { notBlocked } from "./policy.js";

/** How long nothing may arrive before a request counts as failed. */
const PATIENCE_MS = 30_000;

/** The most bytes of a file that belongs to the audit, and what is wrong with a larger one. */
const LIMIT = { __proto__: null, bytes: 16 << 20, kind: "corrupt" };

/** Servers that refuse a file answer so, most of them because they want a login. */
const REFUSED = { __proto__: null, 401: true, 403: true, 407: true, 511: true };
const WITHOUT_COOKIES = "The audit asks for its files without cookies: serve them without a login.";

/** The bytes of unfinished downloads, by address. */
const unfinished = new Map();

/**
 * Downloads a file, without cookies.
 * @param {URL} address
 * @param {RequestInit} [options] more for the request, with a null prototype
 * @param {(size: number) => void} [arrived] is called with the number of bytes so far
 * @param {{ bytes: number, kind: string }} [limit] the most bytes that are read, and the kind of failure for a larger file
 * @returns {Promise<{ bytes: Uint8Array, response: Response }>}
 * @throws {Failure} of kind "timeout", "network", "login", "missing", or that of the limit
 */
export async function download(address, options, arrived, limit = LIMIT) {
  const patience = new AbortController();
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  };
  wait();
  const given = { __proto__: null, credentials: "omit", ...options, signal: patience.signal };
  try {
    const response = await notBlocked(address.href, () => request(address, given));
    const bytes = await read(address, response, limit, (size) => {
      wait();
      arrived?.(size);
    });
    return { bytes, response };
  } catch (error) {
    const late = patience.signal.aborted;
    // What is not wanted to its end is not read on.
    patience.abort();
    if (error instanceof Failure) throw error;
    throw late ? new Failure("timeout", `${address}: ${error}`) : await whyNot(address, error);
  } finally {
    clearTimeout(timer);
  }
}

/** The response to a request for a file, or for the rest of it. */
async function request(address, options) {
  const have = unfinished.get(address.href);
  if (have) options.headers = { __proto__: null, Range: `bytes=${have.length}-` };
  // As a text: some pages wrap `fetch` in functions that know no other address.
  const response = await fetch(address.href, options);
  if (response.status !== 206) unfinished.delete(address.href);
  if (REFUSED[response.status]) {
    throw new Failure("login", `${address} answered ${response.status}. ${WITHOUT_COOKIES}`);
  }
  if (!response.ok) throw new Failure("missing", `${address} answered ${response.status}`);
  return response;
}

/** The bytes of a response, with those that an earlier try has left. */
async function read(address, response, limit, arrived) {
  // WebKit looks for options in Object.prototype where it is given none.
  const reader = response.body?.getReader?.({ __proto__: null });
  const within = (size) => {
    if (size > limit.bytes) throw new Failure(limit.kind, `${address} is longer than ${limit.bytes} bytes`);
  };
  // Of a compressed file that is the size on the way: too large there is too large here.
  within(Number(response.headers.get("content-length")));
  if (!reader) {
    const bytes = new Uint8Array(await response.arrayBuffer());
    within(bytes.length);
    return bytes;
  }
  let held = unfinished.get(address.href) ?? new Uint8Array();
  unfinished.delete(address.href);
  let size = held.length;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return held.slice(0, size);
      within(size + value.length);
      if (size + value.length > held.length) {
        const larger = new Uint8Array(2 * (size + value.length));
        larger.set(held);
        held = larger;
      }
      held.set(value, size);
      size += value.length;
      arrived(size);
    }
  } catch (error) {
    // The rest can be asked for where the page may see that nothing is compressed on the way.
    const plain = response.type === "basic" && !response.headers.get("content-encoding");
    if (plain && size && !(error instanceof Failure)) unfinished.set(address.href, held.slice(0, size));
    throw error;
  }
}

/** Why a request failed without an answer: browsers give the same error for a login elsewhere and for a broken line. */
async function whyNot(address, error) {
  try {
    const options = { __proto__: null, credentials: "omit", redirect: "manual" };
    const { type } = await fetch(address.href, options);
    if (type === "opaqueredirect") {
      return new Failure("login", `${address} was sent on to another address. ${WITHOUT_COOKIES}`);
    }
  } catch {
    // The line is broken for this request too.
  }
  return new Failure("network", `${address}: ${error}`);
}
