import { copyFileSync, mkdirSync } from "node:fs";

mkdirSync("dist", { recursive: true });
copyFileSync("public.html", "dist/index.html");

export default { mode: "production", entry: "./main.js", performance: { hints: false } };
