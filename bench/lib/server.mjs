// Serves bench/dist/ compressed before it listens, as a good host would have done, and counts what it sends.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { serve as serveFolder } from "../../tests/e2e/server.mjs";
import { brotli } from "./dist.mjs";

const DIST = fileURLToPath(new URL("../dist", import.meta.url));
const CACHE = join(DIST, ".compressed");
const HEADERS = {
  "content-encoding": "br",
  "cache-control": "public, max-age=31536000, immutable",
  "x-content-type-options": "nosniff",
};

/** Compressing megabytes takes seconds, so it is done once for the same bytes. */
function compressed(body) {
  const file = join(CACHE, createHash("sha256").update(body).digest("hex"));
  if (existsSync(file)) return readFileSync(file);
  const made = brotli(body);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file, made);
  return made;
}

/**
 * Serves the folders with these names. `take()` returns and clears the requests since the last call: path, status,
 * and size raw, gzipped and as sent, in bytes.
 */
export async function serve(names) {
  const files = new Map();
  for (const name of names) {
    for (const entry of readdirSync(join(DIST, name), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath ?? entry.path, entry.name);
      const raw = readFileSync(path);
      const gz = gzipSync(raw, { level: 9 }).length;
      files.set(path.slice(DIST.length), { raw: raw.length, gz, body: compressed(raw) });
    }
  }
  let asked = [];
  const fault = (path) => {
    const { raw = 0, gz = 0, body = Buffer.alloc(0) } = files.get(path) ?? {};
    const url = path.replace(/^\/[^/]+/, "");
    asked.push({ url, status: files.has(path) ? 200 : 404, wire: body.length, raw, gz });
    return { body };
  };
  const server = await serveFolder({ headers: HEADERS, fault }, DIST);
  return {
    ...server,
    take() {
      const taken = asked;
      asked = [];
      return taken;
    },
  };
}
