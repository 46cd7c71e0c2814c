// Colours from a logo: a picture is read in this page, and nothing of it is sent or kept.
import { channels, contrast, hex, linear, ratio } from "./colours.js";
import { say } from "./words.js";

const MOST_BYTES = 20 * 1024 * 1024;
/** Into how many pixels a side the picture is drawn. */
const SIDE = 128;
const MOST_COLOURS = 4;
/** How different two colours must be to be offered both, in OKLab. */
const APART = 0.13;
/** How much neighbours within one colour differ at most, in a channel. */
const ALIKE = 24;
/** Below this chroma a colour is a grey. */
const GREY = 0.035;
/** The least part of what is not empty that a colour must fill. */
const LEAST_PART = 0.02;

/** The picture in a file, whatever can draw it: a vector needs an element, whose address a strict policy may forbid. */
async function pictureOf(file) {
  if (file.type !== "image/svg+xml") return createImageBitmap(file);
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

async function pixelsOf(file) {
  const picture = await pictureOf(file);
  const { width = SIDE, height = SIDE } = picture;
  const scale = SIDE / Math.max(width || SIDE, height || SIDE);
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round((width || SIDE) * scale));
  canvas.height = Math.max(1, Math.round((height || SIDE) * scale));
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** Ottosson's OKLab, 2020: near colours have near numbers. */
function oklab(rgb) {
  const [r, g, b] = linear(rgb);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
  ];
}

const distance = (one, other) => Math.hypot(...one.map((value, at) => value - other[at]));

/** Whether a pixel is inside of something: those along an edge have colours that nobody chose. */
function isInside({ data, width }, at) {
  const neighbours = [at - 4, at + 4, at - 4 * width, at + 4 * width].filter((other) => other >= 0 && other < data.length);
  return neighbours.every((other) => [0, 1, 2, 3].every((channel) => Math.abs(data[at + channel] - data[other + channel]) <= ALIKE));
}

/** Pixels that are much alike, together: how many, and their mean. */
function groups({ data }, counts) {
  const found = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue, alpha] = data.subarray(at, at + 4);
    if (alpha < 200 || !counts(at)) continue;
    const key = (red >> 4) * 256 + (green >> 4) * 16 + (blue >> 4);
    const group = found.get(key) ?? { count: 0, sum: [0, 0, 0] };
    group.count++;
    [red, green, blue].forEach((value, channel) => (group.sum[channel] += value));
    found.set(key, group);
  }
  return [...found.values()].map(({ count, sum }) => ({ count, rgb: sum.map((value) => value / count) }));
}

/** The colours that stand out, the most frequent first. Greys, black and white only where there is nothing else. */
function dominant(picture) {
  const inside = groups(picture, (at) => isInside(picture, at));
  // Thin lines have no inside.
  const all = (inside.length ? inside : groups(picture, () => true)).map((group) => ({ ...group, lab: oklab(group.rgb) }));
  const total = all.reduce((sum, { count }) => sum + count, 0);
  // Neighbours count together, or a gradient would have no colour of its own.
  const weighed = all.map((group) => {
    const near = all.filter(({ lab }) => distance(lab, group.lab) < APART / 2);
    return { ...group, part: near.reduce((sum, { count }) => sum + count, 0) / total };
  });
  const isGrey = ({ lab: [, a, b] }) => Math.hypot(a, b) < GREY;
  const frequent = weighed.filter(({ part }) => part >= LEAST_PART).sort((one, other) => other.count - one.count);
  const bright = frequent.filter((group) => !isGrey(group));
  const dark = frequent.filter((group) => isGrey(group) && group.lab[0] < 0.6);
  const chosen = [];
  for (const group of bright.length ? bright : dark) {
    if (chosen.length === MOST_COLOURS) break;
    if (chosen.every(({ lab }) => distance(lab, group.lab) >= APART)) chosen.push(group);
  }
  return chosen.map(({ rgb }) => hex(rgb));
}

/**
 * Offers the colours of a picture as the accent.
 * @param {{file: HTMLInputElement, status: Element, colours: Element}} place
 * @param {() => string} paper the background to compare with
 * @param {(colour: string) => void} chosen
 */
export function offerLogo({ file: choose, status, colours }, paper, chosen) {
  function swatch(colour) {
    const made = document.createElement("button");
    made.type = "button";
    const shown = document.createElement("span");
    shown.className = "swatch";
    shown.style.backgroundColor = colour;
    const value = ratio(contrast(channels(colour), channels(paper())));
    made.append(shown, say("logo.swatch", { colour, ratio: value }));
    made.addEventListener("click", () => {
      for (const other of colours.children) other.setAttribute("aria-pressed", other === made);
      chosen(colour);
    });
    made.setAttribute("aria-pressed", "false");
    return made;
  }

  choose.addEventListener("change", async () => {
    const [file] = choose.files;
    colours.replaceChildren();
    status.textContent = "";
    if (!file) return;
    const { name } = file;
    if (file.size > MOST_BYTES) {
      status.textContent = say("logo.big", { name });
      return;
    }
    try {
      const found = dominant(await pixelsOf(file));
      status.textContent = say(found.length ? "logo.found" : "logo.none", { name });
      colours.replaceChildren(...found.map(swatch));
    } catch (error) {
      console.warn(`leadership-audit: ${error}`);
      status.textContent = say("logo.failed", { name });
    }
  });
}
