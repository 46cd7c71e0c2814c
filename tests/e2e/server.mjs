// Serves the built dist/ on a free port of this machine, as any static host would, with the faults
// that a test asks for.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/**
 * @typedef {object} Behaviour what this server does unlike an ordinary one
 * @property {Record<string, string>} [pages] pages that are not in dist/, by path
 * @property {Record<string, string>} [headers] sent with every answer
 * @property {(path: string, body: Buffer) => { status?: number, type?: string, body?: Buffer,
 *   until?: Promise<void>, breaks?: boolean } | undefined} [fault] what it answers instead
 */

/**
 * @param {Behaviour} behaviour may be changed while it serves
 * @returns the address, every path asked for, the behaviour, and a way to stop
 */
export async function serve(behaviour = {}) {
  if (!existsSync(join(DIST, "index.html"))) {
    throw new Error("dist/ is not built: run `cargo xtask build` first");
  }
  const asked = [];
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, "http://localhost").pathname);
    if (path === "/favicon.ico") {
      // Browsers ask for it unasked.
      response.writeHead(204).end();
      return;
    }
    asked.push(path);
    behaviour.request?.(request);
    const found = look(path, behaviour.pages);
    const { status, type, body, until, breaks } = {
      status: found ? 200 : 404,
      type: TYPES[extname(path) || ".html"] ?? "application/octet-stream",
      body: found ?? Buffer.from("not found"),
      ...behaviour.fault?.(path, found),
    };
    await until;
    if (breaks) {
      response.destroy();
      return;
    }
    response.writeHead(status, { "content-type": type, ...behaviour.headers }).end(body);
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

function look(path, pages = {}) {
  if (path in pages) return Buffer.from(pages[path]);
  const file = join(DIST, path.endsWith("/") ? `${path}index.html` : path);
  const there = file.startsWith(DIST) && existsSync(file) && statSync(file).isFile();
  return there ? readFileSync(file) : undefined;
}

/** The strictest policy that the widget promises to run under; `origins` are added to its sources. */
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
