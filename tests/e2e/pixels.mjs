// What the widget looks like, pixel by pixel.

/** Stops what would tell two walks apart: the clocks, and the blinking of a caret. */
export async function stopClocks(context) {
  await context.addInitScript(standStill);
}

/** Stops the clocks of the page in which it runs. */
export function standStill() {
  const moment = Date.UTC(2026, 10, 21, 12);
  Date.now = () => moment;
  Performance.prototype.now = () => 0;
}

/** The inside of the widget: what its shadow root draws, whatever box the page put it in. */
export async function inside(page) {
  await page.mouse.move(0, 0);
  const box = page.locator("leadership-audit div:has(> .screen)");
  // A page may put the widget anywhere, even between two pixels; round corners are drawn a little
  // differently from place to place. Pictures of it are taken in one.
  await box.evaluate((element) => {
    const { style } = document.documentElement;
    style.marginBlockStart = "0px";
    style.marginBlockStart = `${-element.getBoundingClientRect().y - scrollY}px`;
  });
  return box.screenshot({ animations: "disabled", caret: "hide" });
}

/** What the same page drawn twice may differ by, in 255ths, at a round corner where tiles meet. */
const NOISE = 3;

/** Draws a changed page anew, not only the tiles that changed: less noise. */
export const DRAWN_WHOLE = "--disable-partial-raster";

/** How two PNG pictures differ: nothing at all, or in size, or in which rectangle of pixels. */
export async function difference(browser, first, second) {
  if (first.equals(second)) return undefined;
  const page = await browser.newPage();
  const pictures = [first, second].map((picture) => picture.toString("base64"));
  const found = await page.evaluate(async ([pictures, noise]) => {
    const images = await Promise.all(
      pictures.map(async (text) => {
        const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(0, 0, bitmap.width, bitmap.height);
      }),
    );
    const [one, other] = images;
    const size = ({ width, height }) => `${width} × ${height}`;
    if (size(one) !== size(other)) return `sizes: ${size(one)}, ${size(other)}`;
    let count = 0;
    const box = [Infinity, Infinity, 0, 0];
    for (let at = 0; at < one.data.length; at += 4) {
      const by = [0, 1, 2, 3].map((part) => Math.abs(one.data[at + part] - other.data[at + part]));
      if (Math.max(...by) <= noise) continue;
      const [x, y] = [(at / 4) % one.width, Math.floor(at / 4 / one.width)];
      count++;
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
    return count ? `${count} pixels within ${box}` : undefined;
  }, [pictures, NOISE]);
  await page.close();
  return found;
}
