// Colours: a text field and a palette for each, how well they can be read, and what the audit makes of them.
import { isToken } from "./settings.js";
import { say } from "./words.js";

/** What WCAG AA asks of text. */
const LEAST_CONTRAST = 4.5;

const canvas = document.createElement("canvas");
canvas.width = canvas.height = 1;
const pixel = canvas.getContext("2d", { willReadFrequently: true });

/** Red, green and blue of a colour as CSS writes it, from 0 to 255. */
export function channels(colour) {
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  return [...pixel.getImageData(0, 0, 1, 1).data.slice(0, 3)];
}

export const hex = (rgb) => `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;

/** The channels of sRGB in proportion to their light, from 0 to 1. */
export const linear = (rgb) =>
  rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });

/** As WCAG defines it. */
function luminance(rgb) {
  const [red, green, blue] = linear(rgb);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one, other) {
  const [less, more] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
}

/** A contrast as it is said. It is rounded down: 4.49 is not 4.5. */
export function ratio(value) {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(document.documentElement.lang, digits).format(Math.floor(value * 10) / 10);
}

/**
 * What a widget makes of its colours, in the light or in the dark: its own style sheet tells, on a box that nobody sees.
 * @returns {{picked: number[], asText: number[], ink: number[], paper: number[]}}
 */
export function shownColours(widget, scheme) {
  const box = document.createElement("div");
  box.className = scheme;
  box.hidden = true;
  widget.shadowRoot.append(box);
  const shown = (token) => {
    box.style.color = `var(--_${token})`;
    return channels(getComputedStyle(box).color);
  };
  const colours = { picked: shown("picked"), asText: shown("accent"), ink: shown("ink"), paper: shown("paper") };
  box.remove();
  return colours;
}

const isFar = (one, other) => one.some((value, at) => Math.abs(value - other[at]) > 2);

/** What is to be said of the accent: where it is not shown as it was chosen; nothing if it is. */
export function accentNote(widget, tokens) {
  const schemes = ["light", "dark"].filter((scheme) => tokens.accent || (scheme === "dark" && tokens["accent-dark"]));
  const becomes = {};
  for (const scheme of schemes) {
    const { picked, asText } = shownColours(widget, scheme);
    if (isFar(picked, asText)) becomes[scheme] = hex(asText);
  }
  const [only, other] = Object.keys(becomes);
  if (!only) return "";
  return other ? say("said.in-both", becomes) : say(`said.in-${only}`, { colour: becomes[only] });
}

/** How well text can be read on its background, where either was chosen. */
export function inkNote(widget, tokens, scheme) {
  const suffix = scheme === "dark" ? "-dark" : "";
  if (!tokens[`ink${suffix}`] && !tokens[`paper${suffix}`]) return "";
  const { ink, paper } = shownColours(widget, scheme);
  const value = contrast(ink, paper);
  return say(value < LEAST_CONTRAST ? "said.too-low" : "said.contrast", { ratio: ratio(value) });
}

/** Lets each palette and its text field follow each other. */
export function pairPalettes(form) {
  for (const palette of form.querySelectorAll("input[type=color]")) {
    const field = document.getElementById(palette.dataset.for);
    palette.addEventListener("input", () => {
      field.value = palette.value;
    });
  }
}

/** Shows in each palette the colour of its text field. */
export function followFields(form) {
  for (const palette of form.querySelectorAll("input[type=color]")) {
    const { value, dataset } = document.getElementById(palette.dataset.for);
    const colour = value.trim();
    palette.value = colour && isToken(dataset.token, colour) ? hex(channels(colour)) : palette.defaultValue;
  }
}
