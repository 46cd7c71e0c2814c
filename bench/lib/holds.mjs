// What keeps a goal from being reached, by its name: shown as long as it is not. What was tried is in
// log.md.

export const HOLDS = {
  Bytes:
    "Yew with hydration, the standard library and the two glues take about 55 KiB before a line of ours, the questionnaire " +
    "and the words 14, the loader 13. The rest is the audit itself: records that merge between tabs, scores with their " +
    "error, the export, six screens, each panic survived. What only some visitors use is a program of its own. Going below " +
    "72 KiB would take another way to draw than Yew.",
  "First item answerable":
    "The first item of the shipped questionnaire is drawn before the program, and that goal is reached. Another " +
    "questionnaire has to be judged first, by the program: drawing it in the loader would be a second judge, in JavaScript. " +
    "The first paint waits for the loader, 13 KiB with style and screens where the hand-written page has 2: at 1.6 Mbps and " +
    "a quarter of the speed that is the difference.",
  "Fully alive":
    "123 KiB of program are 0.63 s of this line, after the page and the loader with 0.15 s each; a tenth of a second more to " +
    "start. Streaming compilation, one request at a time on the way, and asking before drawing are there; a preload is not " +
    "used by Chromium for a request without credentials and with a hash.",
  Answering:
    "What a visitor feels, select and next, is a frame, as with the peers; on a busy machine its slowest twentieth is not " +
    "(the log compares two runs). Scripted, about half a millisecond of each item is the layout of the new statement, which " +
    "the peers have too. The rest is more than they do: every answer a record of its own with a clock for other tabs, an " +
    "event for the page, and Yew, which draws and compares the whole screen for the choice and again for the next statement.",
  Scale:
    "3,600 items are 426 KB of JSON: handed into the program, parsed, judged (ids, references, limits) and hashed, in " +
    "code that is compiled for size.",
  Memory:
    "No node and no listener stays behind. Of the JavaScript heap 1.5 KiB for each element do in this bench, and 0.3 KiB on a " +
    "page without its watchers; whose they are has not been told apart.",
};
