// The owner's own questionnaire: the one request that an owner asks for.
import { quoted } from "./dom.js";
import { download } from "./download.js";
import { Failure } from "./failure.js";
import { webAddress } from "./files.js";
import { firstOf } from "./first-screen.js";
import { widgetProgram } from "./program.js";

/** The part of the program, and of the words, that names the faults of files. */
const PART = "imports";

/** The most bytes of a questionnaire. */
const LIMIT = { __proto__: null, bytes: 1 << 20, kind: "instrument" };

/** The types of JSON (RFC 6839, RFC 8259). Whatever else a site keeps was not meant to be a questionnaire. */
const JSON_TYPE = /^application\/([\w.-]+\+)?json\s*(;|$)/i;

/** The questionnaire of an element: the shipped one, or the one that its `src` names. */
export class Questionnaire {
  /** The text of an owner's own. */
  text;
  /** What that says of the first screens, until the program has judged it. */
  #first;

  /** What the first screens of `host` say of it in a language, as far as both are there. */
  firstIn(host, language) {
    return host.hasAttribute("src") ? this.#first : language?.drawn.first;
  }

  /**
   * The text of an owner's own.
   * @param {() => void} arrived is called once its first screens can be drawn
   */
  async fetch(host, wanted, arrived) {
    const text = this.text ?? (await textAt(host.getAttribute("src"), host.baseURI));
    this.#first = firstOf(text, wanted);
    if (this.#first) arrived();
    return text;
  }
}

/** Whether the page preloads an address; browsers share that response with a request of the same credentials only. */
const isPreloaded = ({ href }) => {
  for (const link of document.querySelectorAll('link[rel="preload"][as="fetch"]')) if (link.href === href) return true;
  return false;
};

/** A failure says which address it was, and why. */
async function textAt(address, base) {
  try {
    // A page may have made the questionnaire itself, as the builder does.
    const url = /^blob:/.test(address) ? new URL(address) : webAddress(address, base);
    // A redirect could lead from the address that was looked at to any other.
    const credentials = isPreloaded(url) ? "same-origin" : "omit";
    const options = { __proto__: null, credentials, referrerPolicy: "no-referrer", redirect: "error" };
    const { bytes, response } = await download(url, options, undefined, LIMIT);
    // A preload follows redirects.
    if (response.redirected) throw new Error("the server redirects it");
    const type = response.headers.get("content-type") ?? "no type";
    if (!JSON_TYPE.test(type)) throw new Error(`the server sent it as ${type}, and not as application/json`);
    return new TextDecoder().decode(bytes);
  } catch (error) {
    const kind = error.kind === "instrument" ? error.kind : "source";
    throw new Failure(kind, `src="${quoted(address)}": ${error.detail ?? error}`);
  }
}

/**
 * The failure of a questionnaire that the program rejects, with every fault in the language that is on.
 * @param program as `src/main.rs` exports it @param {string} text the questionnaire
 */
export async function faultsOf(program, text, spoken) {
  try {
    await Promise.all([widgetProgram.link(PART), spoken.textsOf(PART)]);
    return new Failure("instrument", program.describe_faults(text, spoken.language));
  } catch (error) {
    return new Failure("instrument", Failure.of(error).message);
  }
}
