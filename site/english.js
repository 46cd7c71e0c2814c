// Every text that the scripts of the builder’s page write, in English: whole sentences, with {places} for what is filled in. Those that do not
// change are in index.html, each marked with `data-text`.

export const ENGLISH = {
  "copy.done": "Copied.",
  "copy.selected": "It’s selected: copy it with Ctrl+C, or ⌘C on a Mac.",

  "problem.unusable": "“{label}” is left out, because it can’t be used.",
  "problem.link":
    "“{label}” is left out: it needs https:// or mailto:, and a host without a user’s name or hidden characters before it.",
  "problem.half": "“{href}” and “{label}” belong together, and one of them is empty. Fill in both, or neither.",
  "problem.cdn-frame": "The public network sends no pages, so a frame needs the files on your own site.",

  "said.mended": "Used as {address}",
  "said.font": "Your page has to load {font} itself. Where it doesn’t, visitors see {fallback}.",
  "said.font-in-frame": "A frame can’t use your page’s fonts: visitors see {font} where their device has it, else {fallback}.",
  "said.in-light": "Where the page is light, text and lines in this colour become {colour}, so that they can be read. Buttons keep your colour.",
  "said.in-dark": "Where the page is dark, text and lines in this colour become {colour}, so that they can be read. Buttons keep your colour.",
  "said.in-both":
    "Text and lines in this colour become {light} where the page is light and {dark} where it’s dark, so that they can be read. Buttons keep your colour.",
  "said.contrast": "Text on the background: contrast {ratio} to 1.",
  "said.too-low": "Text on the background has a contrast of {ratio} to 1. It should have 4.5 to 1 at least.",

  "logo.found": "Colours of “{name}”. Press one to use it as the accent.",
  "logo.none": "“{name}” has no colour that stands out. Type one into the field below instead.",
  "logo.failed": "“{name}” couldn’t be read as a picture. Try a PNG, JPEG, WebP or SVG file.",
  "logo.big": "“{name}” is larger than 20 MB. Try a smaller picture.",
  "logo.swatch": "{colour}, contrast with the background {ratio} to 1",

  "address.check": "These addresses came with the link that you opened. Check them before you paste anything: {labels}.",
  "address.left-out": "The link that you opened names a questionnaire on another site. It isn’t fetched, and is left out.",

  "preview.failed": "The made-up answers couldn’t be written in this browser, so the preview stays as it was.",

  "snippet.instead":
    "The self-assessment belongs here. If it doesn’t appear, reload the page, or try another browser with JavaScript on.",
  "snippet.instead-link": "The self-assessment belongs here. If it doesn’t appear, {link}.",
  "snippet.beside-link": "If the self-assessment doesn’t appear here, {link}.",
  "snippet.open": "open it on a page of its own",
  "snippet.title": "Leadership Audit",

  "events.folded": "detail, {length} characters",

  "own.reading": "Reading…",
  "own.ready": "“{title}” is ready. Try it in the preview. Statements: {items}. In the short form: {short}. Scales: {scales}. Languages: {languages}.",
  "own.none": "none",
  "own.mend": "“{name}” isn’t ready yet. Mend what is listed here in the file, and choose it again.",
  "own.more": "Not listed here: {count}.",
  "own.place": "{place}:",
  "own.not-loaded": "The program that reads questionnaires didn’t load. Reload the page and try again.",
  "own.not-written": "That file couldn’t be written. Reload the page and try again.",

  "texts.who": "Who this scale is about, shown with its first statement",
  "texts.why": "Why it matters",
  "texts.low": "About a low score",
  "texts.middle": "About a middle score",
  "texts.high": "About a high score",
  "texts.square": "{scale}: {facet}",
  "texts.square-about": "What these statements ask about",
  "texts.square-try": "One thing to try after a low answer",
  "texts.facets": "What each facet covers",
  "texts.pulse": "The pulse",
  "texts.pulse-hint":
    "Five statements for the people a leader asks, answered from “Almost never” to “Almost always”. All five or none.",
  "texts.pulse-statement": "Statement {number}",
  "texts.observers": "Wordings for observers",
  "texts.observers-hint": "Each statement as somebody else would answer it. They’re kept in the file, but the audit doesn’t ask them yet.",
};
