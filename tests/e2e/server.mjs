// Serves the built dist/ on a free local port, as a static host would, with the pages and the faults
// that a test asks for.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

/** What a static host sends for the files of dist/. */
export const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/**
 * @typedef {object} Behaviour how this server differs from an ordinary static host
 * @property {Record<string, string>} [pages] pages that are not in the served folder, by path
 * @property {Record<string, string>} [headers] sent with every response
 * @property {(request: import("node:http").IncomingMessage) => void} [request] sees every request
 * @property {(path: string, body: Buffer, request: import("node:http").IncomingMessage) => { status?: number,
 *   type?: string, headers?: Record<string, string>, body?: Buffer, until?: Promise<void>, breaks?: boolean,
 *   pace?: number, stalls?: boolean } | undefined} [fault] replaces parts of the response. `pace`: it comes in twenty
 *   pieces, so many milliseconds apart; `stalls`: half of it comes, and then nothing
 */

/**
 * Serves a folder, dist/ by default.
 * @param {Behaviour} behaviour may be changed while the server runs
 * @returns the address, every requested path, the behaviour, and a function that stops the server
 */
export async function serve(behaviour = {}, folder = DIST) {
  if (folder === DIST && !existsSync(join(DIST, "index.html"))) {
    throw new Error("dist/ is not built: run `cargo xtask build` first");
  }
  const asked = [];
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, "http://localhost").pathname);
    if (path === "/favicon.ico") {
      // Browsers request it on their own.
      response.writeHead(204).end();
      return;
    }
    asked.push(path);
    behaviour.request?.(request);
    const found = find(folder, path, behaviour.pages);
    const { status, type, headers, body, until, breaks, pace, stalls } = {
      status: found ? 200 : 404,
      type: TYPES[extname(path) || ".html"] ?? "application/octet-stream",
      body: found ?? Buffer.from("not found"),
      ...behaviour.fault?.(path, found, request),
    };
    await until;
    if (breaks) {
      response.destroy();
      return;
    }
    response.writeHead(status, { "content-type": type, ...behaviour.headers, ...headers });
    if (stalls) response.write(body.subarray(0, body.length / 2));
    else if (pace) dribble(response, body, pace);
    else response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    asked,
    behaviour,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Sends a body in twenty pieces, so many milliseconds apart. */
async function dribble(response, body, pace) {
  const size = Math.ceil(body.length / 20);
  for (let at = 0; at < body.length && !response.destroyed; at += size) {
    response.write(body.subarray(at, at + size));
    await new Promise((resolve) => setTimeout(resolve, pace));
  }
  response.end();
}

function find(folder, path, pages = {}) {
  if (path in pages) return Buffer.from(pages[path]);
  const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  const exists = file.startsWith(folder) && existsSync(file) && statSync(file).isFile();
  return exists ? readFileSync(file) : undefined;
}

/** A port that was free a moment ago, for a server that cannot choose one itself. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A file with one bit flipped. */
export function damaged(body) {
  const copy = Buffer.from(body);
  copy[copy.length >> 1] ^= 1;
  return copy;
}

/** Whether a requested path is a WebAssembly program of the widget. */
export const isProgram = (path) => path.endsWith(".wasm");

/**
 * A host page with the widget. It sets nothing but a font; `bare`: not even that, as a strict policy has it. An empty `doctype`
 * makes it an old page, in quirks mode.
 */
export function hostPage(parts = {}) {
  const { doctype = "<!doctype html>", root = "", head = "", bare } = parts;
  const { before = "", attributes = "", inside = "", after = "" } = parts;
  return `${doctype}
<html lang="en" ${root}>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A host</title>
${bare ? "" : "<style>body { margin: 0; font-family: sans-serif }</style>"}
${head}
<script type="module" src="/leadership-audit.js"></script>
<body>${before}
<leadership-audit ${attributes}>${inside}</leadership-audit>
${after}`;
}

/** The strictest policy under which the widget promises to run. `origins` are added to its sources. */
export function strictPolicy(...origins) {
  const sources = ["'self'", ...origins].join(" ");
  return [
    "default-src 'none'",
    `script-src ${sources} 'wasm-unsafe-eval'`,
    `style-src ${sources}`,
    `connect-src ${sources}`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}
