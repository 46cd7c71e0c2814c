// Where the files that the loader fetches are: beside it, unless the page says otherwise. A bundler moves and
// renames them, and writes their new addresses into the literals that `virtual:files` has.
import { shipped } from "virtual:files";
import { quoted } from "./dom.js";

/** Not in a literal, or bundlers would take any file for one of ours. */
const here = import.meta.url;

/** Vite 7 serves dependencies from a folder of its own while a site is developed, and nothing beside them. */
const MOVED = /\/node_modules\/\.\S+\/deps\//;
const PACKAGE = "/node_modules/leadership-audit/";

/** The folder that `files-href` names; undefined if it names none. */
let folder;

/** Takes over the value of `files-href`. All elements of a page share the files: the value set last counts. */
export function findFiles(href, base) {
  folder = undefined;
  if (!href) return;
  try {
    const address = webAddress(href, base);
    if (!/\/$/.test(address.pathname)) address.pathname += "/";
    folder = address;
  } catch (error) {
    console.warn(`leadership-audit: files-href="${quoted(href)}": ${error}`);
  }
}

/** An address that a page may name. */
export function webAddress(address, base) {
  const url = new URL(address, base);
  if (!/^https?:$/.test(url.protocol)) throw new Error("no address of the web");
  return url;
}

/** @param {string} file its name @returns {URL} */
export function addressOf(file) {
  if (folder) return new URL(file, folder);
  const address = shipped()[file] ?? new URL(file, here);
  return MOVED.test(address) ? new URL(address.href.replace(MOVED, PACKAGE)) : address;
}
