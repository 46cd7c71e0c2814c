// The plugin's translations, made of content/LANGUAGE/pages.po: what WordPress's PHP reads (.mo), and what its editor does (.json).
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { mo, po } from "gettext-parser";

const DOMAIN = "leadership-audit";
const POT = "packaging/wordpress/plugin/languages/leadership-audit.pot";
/** WordPress's own names of languages, where they are not the tag. */
const LOCALES = { de: "de_DE", es: "es_ES", fr: "fr_FR", "pt-BR": "pt_BR" };

export const localeOf = (tag) => LOCALES[tag] ?? tag.replace("-", "_");

const template = (root) => po.parse(readFileSync(join(root, POT)));

function entriesOf({ translations }) {
  return Object.values(translations).flatMap((context) => Object.values(context)).filter(({ msgid }) => msgid);
}

/** What the plugin says, in English. */
export const pluginTexts = (root) => [...new Set(entriesOf(template(root)).map(({ msgid }) => msgid))];

/** The editor's texts, as `wp i18n make-json` writes them. */
function asJson(locale, entries) {
  const texts = entries.map(({ msgctxt, msgid, msgstr }) => [msgctxt ? `${msgctxt}\u0004${msgid}` : msgid, msgstr]);
  return JSON.stringify({
    domain: DOMAIN,
    locale_data: { [DOMAIN]: { "": { domain: DOMAIN, lang: locale }, ...Object.fromEntries(texts) } },
  });
}

/**
 * The files of one language for the folder languages/.
 * @param {(english: string) => string} translate @returns {Record<string, Buffer>}
 */
export function translationFiles(root, tag, translate) {
  const locale = localeOf(tag);
  const table = template(root);
  table.headers = { ...table.headers, Language: locale };
  const entries = entriesOf(table);
  for (const entry of entries) entry.msgstr = [translate(entry.msgid)];
  const ofBlock = entries.filter(({ comments }) => comments?.reference?.includes("block.js"));
  const script = createHash("md5").update("block.js").digest("hex");
  return {
    [`${DOMAIN}-${locale}.mo`]: mo.compile(table),
    [`${DOMAIN}-${locale}-${script}.json`]: Buffer.from(asJson(locale, ofBlock)),
  };
}
