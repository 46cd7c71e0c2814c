// node bench/sizes.mjs: the size of what cannot be run here without its vendor's server.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { brotli } from "./lib/brotli.mjs";

const MODULES = fileURLToPath(new URL("node_modules/", import.meta.url));
const PACKAGES = [
  {
    name: "@typeform/embed",
    about: "loader script; the form itself is an iframe from Typeform",
    files: ["build/embed.js", "build/css/widget.css"],
  },
  {
    name: "@formbricks/js",
    about: "loader; fetches the SDK and the survey renderer from the server",
    files: ["dist/index.js"],
  },
  {
    name: "@formbricks/surveys",
    about: "the survey renderer that the server sends",
    files: ["dist/index.umd.js"],
  },
];

for (const { name, about, files } of PACKAGES) {
  const bodies = files.map((path) => readFileSync(`${MODULES}${name}/${path}`));
  const size = (weigh) => {
    const bytes = bodies.reduce((sum, body) => sum + weigh(body).length, 0);
    return (bytes / 1024).toFixed(1);
  };
  const { version } = JSON.parse(readFileSync(`${MODULES}${name}/package.json`, "utf8"));
  const sizes = `raw ${size((body) => body)}, gzip ${size(gzipSync)}, brotli ${size(brotli)} KiB`;
  console.log(`${name}@${version}: ${sizes} (${about})`);
}
