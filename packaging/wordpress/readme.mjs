// The plugin's readme.txt: what of it is translated. Its sections keep their English names, by which WordPress knows them.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const README = "packaging/wordpress/plugin/readme.txt";

/** A line's mark, such as "* " or "= … =", and the text inside. */
const LINE = /^(= |\* |\d+\. |)(.+?)( =|)$/;
const isText = (line, at) => at > 7 && !/^(==|`|$)/.test(line) && !/^= \d/.test(line);

const lines = (root) => readFileSync(join(root, README), "utf8").trimEnd().split("\n");

/** What translators translate. */
export function readmeTexts(root) {
  const texts = lines(root).filter(isText).map((line) => LINE.exec(line)[2]);
  return [...new Set(texts)];
}

/** The readme in another language. @param {(english: string) => string} translate */
export function readmeIn(root, translate) {
  const made = lines(root).map((line, at) => {
    if (!isText(line, at)) return line;
    const [, before, text, after] = LINE.exec(line);
    return `${before}${translate(text)}${after}`;
  });
  return `${made.join("\n")}\n`;
}
