// A static server that has compressed everything before it listens, as a good host would have: brotli
// 11 and gzip 9, right types, long caching. It counts what it sends.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { brotli } from "./brotli.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};
const CACHE = fileURLToPath(new URL("../dist/.compressed/", import.meta.url));

const gzip = (body) => gzipSync(body, { level: 9 });

/** Compressing megabytes takes seconds, so it is done once for the same bytes. */
function kept(body, kind, compress) {
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 32);
  const file = join(CACHE, `${hash}.${kind}`);
  if (existsSync(file)) return readFileSync(file);
  const made = compress(body);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file, made);
  return made;
}

function load(folder) {
  const files = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith(".")) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const raw = readFileSync(path);
    files.set(path.slice(folder.length), {
      type: TYPES[extname(path)] ?? "application/octet-stream",
      raw: raw.length,
      br: kept(raw, "br", brotli),
      gz: kept(raw, "gz", gzip).length,
    });
  }
  return files;
}

/**
 * Serves each folder under the name that it has in `folders`. `take()` tells and forgets what was
 * asked for since the last time: path, status, and size raw, gzipped and as it was sent, in bytes.
 */
export async function serve(folders) {
  const trees = new Map(Object.entries(folders).map(([name, folder]) => [name, load(folder)]));
  let asked = [];
  const server = createServer((request, response) => {
    const [, name, path] = /^\/([^/]+)(\/[^?]*)/.exec(decodeURIComponent(request.url)) ?? [];
    const file = trees.get(name)?.get(path);
    if (!file) {
      asked.push({ url: request.url, status: 404, wire: 0, raw: 0, gz: 0 });
      response.writeHead(404, { "content-length": 0 }).end();
      return;
    }
    asked.push({ url: path, status: 200, wire: file.br.length, raw: file.raw, gz: file.gz });
    response
      .writeHead(200, {
        "content-type": file.type,
        "content-length": file.br.length,
        "content-encoding": "br",
        "cache-control": path.endsWith(".html")
          ? "no-cache"
          : "public, max-age=31536000, immutable",
        vary: "accept-encoding",
        "x-content-type-options": "nosniff",
      })
      .end(file.br);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    has: (name, file) => trees.get(name)?.has(`/${file}`) ?? false,
    take() {
      const taken = asked;
      asked = [];
      return taken;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
