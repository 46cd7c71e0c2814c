// Trunk's last step: bundles the loader with the widget's style into one file, and makes the glue
// small. Runs in the folder of the project; writes into the folder that Trunk is about to publish.
import { readFile } from "node:fs/promises";
import { build, transform } from "esbuild";

const out = process.env.TRUNK_STAGING_DIR;
const target = "es2022";

/** The style sheets in the order of the cascade. */
const SHEETS = ["tokens", "element", "item", "results"];

async function style() {
  const texts = await Promise.all(
    SHEETS.map((name) => readFile(`style/${name}.css`, "utf8")),
  );
  const { code } = await transform(texts.join("\n"), { loader: "css", minify: true });
  return code;
}

await build({
  entryPoints: ["loader/leadership-audit.js"],
  outfile: `${out}/leadership-audit.js`,
  bundle: true,
  format: "esm",
  minify: true,
  target,
  plugins: [
    {
      name: "style",
      setup(bundler) {
        bundler.onResolve({ filter: /element-style\.js$/ }, ({ path }) => ({
          path,
          namespace: "style",
        }));
        bundler.onLoad({ filter: /.*/, namespace: "style" }, async () => ({
          contents: await style(),
          loader: "text",
        }));
      },
    },
  ],
});

await build({
  entryPoints: [`${out}/leadership-audit-widget.js`],
  outfile: `${out}/leadership-audit-widget.js`,
  allowOverwrite: true,
  format: "esm",
  minify: true,
  target,
});
