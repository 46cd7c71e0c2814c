// Serves the built dist/ on a free port of this machine, as any static host would.
import { createReadStream, existsSync, statSync } from "node:fs";
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
 * @param {{ missing?: RegExp }} faults paths that answer 404 although they exist
 * @returns the address, every path asked for, and a way to stop
 */
export async function serve(faults = {}) {
  if (!existsSync(join(DIST, "index.html"))) {
    throw new Error("dist/ is not built: run `cargo xtask build` first");
  }
  const asked = [];
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, "http://localhost").pathname);
    asked.push(path);
    const file = join(DIST, path.endsWith("/") ? `${path}index.html` : path);
    const there = file.startsWith(DIST) && existsSync(file) && statSync(file).isFile();
    if (!there || faults.missing?.test(path)) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  return {
    address: `http://127.0.0.1:${port}/`,
    asked,
    faults,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
