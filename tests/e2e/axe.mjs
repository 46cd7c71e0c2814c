// Axe-core in a page. Each frame gets it once: parsing its half a megabyte takes longer than a look at a screen.
import axe from "axe-core";

/**
 * What axe finds on the screen that `page` shows, within `context` and by `options`, both as `axe.run` takes them. Frames
 * count as well.
 */
export async function runAxe(page, options = {}, context = {}) {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(axe.source);
  }
  return page.evaluate(
    ({ context, options }) => window.axe.run(Object.keys(context).length ? context : document, options),
    { context, options },
  );
}
