// The owner's own questionnaire: the one request that an owner asks for.
import { download } from "./download.js";
import { Failure } from "./failure.js";
import { webAddress } from "./files.js";
import { widgetProgram } from "./program.js";

/** The part of the program, and of the words, that names the faults of files. */
const PART = "imports";

/** The most bytes of a questionnaire. */
const LIMIT = 1 << 20;

/** Its text. A failure says which address it was, and why. */
export async function fetchInstrument(address, base) {
  try {
    const url = webAddress(address, base);
    const options = { __proto__: null, referrerPolicy: "no-referrer" };
    const { bytes } = await download(url, options, undefined, LIMIT);
    return new TextDecoder().decode(bytes);
  } catch (error) {
    const kind = error.kind === "instrument" ? error.kind : "source";
    throw new Failure(kind, `src="${address}": ${error.detail ?? error}`);
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
