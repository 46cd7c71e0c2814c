// A web of made-up sites, answered from here under the addresses that the documents have. Nothing leaves the machine.
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { TYPES } from "./server.mjs";
import { PROJECT } from "./widget.mjs";

export const DIST = join(PROJECT, "dist");
/** Lets pages of other origins use the files. */
export const SHARED = { "access-control-allow-origin": "*" };
/** Lets none: without any such header, Playwright adds one that does. */
const KEPT = { "access-control-allow-origin": "https://nobody.example" };

/** The files of a folder of this machine, below a path of a site, sent with these headers. */
export function folder(at, mount = "/", headers = KEPT) {
  return (path) => {
    if (!path.startsWith(mount)) return undefined;
    const inside = normalize(path.slice(mount.length)) || ".";
    const file = join(at, path.endsWith("/") ? join(inside, "index.html") : inside);
    const exists = file.startsWith(at) && existsSync(file) && statSync(file).isFile();
    return exists ? { body: readFileSync(file), contentType: TYPES[extname(file)], headers } : undefined;
  };
}

/** A page of a site: a document with this body, or a whole one. */
export function page(text) {
  const whole = /^\s*<!doctype/i.test(text) ? text : `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>A page</title><body>${text}`;
  return { body: whole, contentType: "text/html; charset=utf-8" };
}

/**
 * Has a visitor see these sites alone.
 * @param {Record<string, ((path: string) => object | undefined)[]>} sites what answers for each origin: the first that returns
 *   a response of Playwright; `*` stands for any other origin
 * @returns what was asked for and is nowhere
 */
export async function visit(context, sites) {
  const missing = [];
  await context.route(/^https?:/, async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (pathname === "/favicon.ico") return route.fulfill({ status: 204 });
    for (const answer of sites[origin] ?? sites["*"] ?? []) {
      const response = answer(decodeURIComponent(pathname));
      if (response) return route.fulfill(response);
    }
    missing.push(route.request().url());
    return route.fulfill({ status: 404, body: "not found" });
  });
  return missing;
}
