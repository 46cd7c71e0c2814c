// What Cargo.toml says of the project.
import { readFileSync } from "node:fs";

const text = readFileSync(new URL("../Cargo.toml", import.meta.url), "utf8");

export const [, version] = /^version = "(.+)"$/m.exec(text);
/** The address of the source; undefined while there is none. */
export const repository = /^repository = "(.+?)\/?"$/m.exec(text)?.[1];
