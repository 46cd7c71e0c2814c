// The screens of rounds. What others answered is in the vectors of the format, so that no walk needs others.
import { readFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import { audit, heading, onResults, openDetails, placed, says, start } from "./steps.mjs";
import { answerAll, number, paste, read } from "./steps-rounds.mjs";
import { answer, pressButton } from "./widget.mjs";

const VECTORS = JSON.parse(readFileSync(new URL("../../crates/round/tests/vectors.json", import.meta.url)));
const BOARD = VECTORS.rounds["sealed-board"];
const { messages: REPLIES } = VECTORS.sealed.find(({ round }) => round === "sealed-board");
const { x, y, d } = VECTORS.keys.collector.jwk;

const SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A block of this kind, as docs/rounds.md defines it. */
function block(kind, payload) {
  const bytes = Buffer.concat([Buffer.from([payload.length]), payload]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(Buffer.concat([Buffer.from(`LA1${kind}`), bytes])));
  const bits = [...bytes, ...sum].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const symbols = bits.match(/.{1,5}/g).map((five) => SYMBOLS[parseInt(five.padEnd(5, "0"), 2)]);
  return `LA1.${kind}.${symbols.join("")}`;
}

/** Identifies the five statements. */
const PULSE = Buffer.from("6ed723e7c9f8e36a", "hex");
/** Five statements, averages from three people on, of five. */
const INVITATION = block(
  "I",
  Buffer.concat([Buffer.from([2, 1, 5, 3, 5]), PULSE, Buffer.alloc(8), Buffer.from(BOARD.key, "hex")]),
);

const record = (clock, fields) => JSON.stringify({ version: 1, clock, writer: 7, ...fields });
/** A round among a board of four, as its collector has it stored. */
const COLLECTED = [
  ["invitation", { invitation: BOARD.text, role: "coach_through_leader", apart: false, began_at: "2026-11-23T08:00:00Z" }],
  ["key", { x, y, d }],
].map(([name, fields], at) => [
  `leadership-audit:default:round:${BOARD.hash.slice(0, 32)}:${name}`,
  record(at + 1, fields),
]);
/** What anybody who has the link can write: it belongs to the round, and cannot be used. */
const JUNK = block("S", Buffer.concat([Buffer.from(BOARD.tag, "hex"), Buffer.alloc(88, 1)]));

/** Everything at a table, for one after another. */
const TABLE = [
  ["rounds", (page) => audit(page).getByRole("button", { name: "Ask others" }).waitFor(), "loads"],
  [
    "choosing a round",
    async (page) => {
      await pressButton(page, "Ask others");
      await says(page, "What do you want to ask?");
    },
  ],
  [
    "a round with too few people",
    async (page) => {
      await audit(page).getByLabel(/12 statements for a board/).check();
      await number(page, 2);
      await pressButton(page, "Next");
      await audit(page).locator(".lack:not(:empty)").waitFor();
    },
  ],
  [
    "choosing who collects",
    async (page) => {
      await number(page, 5);
      await pressButton(page, "Next");
      await audit(page).getByLabel("I do, and they’re about someone else").check();
    },
  ],
  ["what a coach is sent", (page) => pressButton(page, "My coach will")],
  [
    "choosing a table",
    async (page) => {
      for (const _ of [1, 2]) await pressButton(page, "Back");
      await audit(page).getByLabel("Around the table").check();
      await audit(page).getByLabel(/12 statements for the team/).check();
      await number(page, 3);
      await openDetails(page);
    },
  ],
  ["a hand-over", (page) => pressButton(page, "Start")],
  ["a statement about a leader", (page) => pressButton(page, "I’m ready")],
  ["too much left out at a table", (page) => answerAll(page, "000000000000")],
  [
    "answered at a table",
    async (page) => {
      await pressButton(page, "Something’s wrong, start again");
      await audit(page).getByLabel(/5 statements for the team/).check();
      await number(page, 5);
      await pressButton(page, "Start");
      await pressButton(page, "I’m ready");
      await answerAll(page, "12345");
    },
  ],
  [
    "everybody has answered",
    async (page) => {
      for (let person = 2; person <= 5; person++) {
        await pressButton(page, "Done, pass it on");
        await pressButton(page, "I’m ready");
        await answerAll(page, "13545");
      }
      await pressButton(page, "Done, pass it on");
    },
  ],
  ["averages of five statements", (page) => pressButton(page, "Show the averages")],
  [
    "averages that are kept",
    async (page) => {
      await pressButton(page, "Keep");
      await openDetails(page);
    },
  ],
  [
    "a round soon after another",
    async (page) => {
      await pressButton(page, "Back");
      await pressButton(page, "Ask others");
      await says(page, "The last round of this kind ended on");
    },
  ],
];

const ANSWERED = [
  // Whoever follows an invitation asked for this heading, as by a link to a part of the page: it has focus.
  [
    "invited to a round",
    async (page) => {
      await audit(page).getByRole("button", { name: "Start", exact: true }).waitFor();
      await openDetails(page);
    },
  ],
  ["a statement about the last month", (page) => pressButton(page, "Start")],
  ["before answers are locked", (page) => answerAll(page, "45354")],
  [
    "locked answers",
    async (page) => {
      await pressButton(page, "Lock and copy");
      await heading(page, "Your answers are locked");
      await openDetails(page);
    },
  ],
  [
    "an invitation that is damaged",
    async (page) => {
      await page.goto(`${page.url()}#${INVITATION.slice(0, -4)}`);
      await says(page, "This invitation is damaged");
    },
  ],
];

const COLLECTING = [
  [
    "a round under way",
    (page) => audit(page).locator("button.way", { hasText: "Board or bosses: started" }).waitFor(),
    "loads",
  ],
  [
    "collecting answers",
    async (page) => {
      await audit(page).locator("button.way", { hasText: "Board or bosses: started" }).click();
      await says(page, /^Your number is/);
      await openDetails(page);
    },
  ],
  [
    "a paste with much that is no answer",
    async (page) => {
      const newer = REPLIES[1].text.replace("LA1", "LA2");
      const [first, other] = [REPLIES[0].text, VECTORS.sealed[0].messages[0].text];
      await paste(page, [first, first.slice(0, 60), `${REPLIES[1].text.slice(0, 80)}…`, newer, other, INVITATION].join("\n"));
      await says(page, "Added. There aren’t enough yet.");
    },
  ],
  [
    "more answers than people",
    async (page) => {
      await paste(page, [...REPLIES.map(({ text }) => text), JUNK].join("\n"));
      await says(page, "There are 5 messages, and you said that 4 would answer.");
    },
  ],
  ["giving a round up", (page) => pressButton(page, "Give the round up")],
  [
    "closing a round",
    async (page) => {
      await pressButton(page, "Wait");
      await pressButton(page, "Close the round");
    },
  ],
  [
    "averages of messages",
    async (page) => {
      await pressButton(page, "Close and show");
      await heading(page, "How the board or the bosses see it");
      await openDetails(page);
    },
  ],
];

/** The print of the questionnaire, as a result names it. */
const printOf = (page) =>
  page.evaluate(() => /"fnv1a64:([0-9a-f]{16})"/.exec(localStorage["leadership-audit:default:result"])[1]);

/** What a team said of a leader who has a result. */
const BESIDE = [
  [
    "a message with averages",
    async (page) => {
      await audit(page).getByLabel("3 minutes").check();
      await start(page);
      await answer(page, "424242424242424242");
      await onResults(page);
      const print = Buffer.from(await printOf(page), "hex");
      const figures = [Buffer.from(BOARD.tag, "hex"), Buffer.from([2, 4, 6]), print, Buffer.from([5, 3, 80])];
      await pressButton(page, "See how others see it");
      await read(page, "Nothing");
      await says(page, "There’s no invitation in that text");
      await audit(page).getByLabel(/^Paste the invitation/).fill(block("T", Buffer.concat(figures)));
    },
  ],
  [
    "averages beside an own score",
    async (page) => {
      await pressButton(page, "Open it");
      await heading(page, "How the team sees it");
      await openDetails(page);
    },
  ],
  [
    "results with what others said",
    async (page) => {
      await pressButton(page, "Keep");
      await pressButton(page, "Back");
      await pressButton(page, "Back");
      await onResults(page);
      await says(page, "How others saw it");
    },
  ],
];

/** The walks through rounds. */
export const ROUNDS = [
  { path: "round", screens: TABLE },
  { path: `round#${INVITATION}`, screens: ANSWERED },
  { path: "round", screens: COLLECTING, prepare: (page) => page.addInitScript(placed, COLLECTED) },
  { path: "welcome", screens: BESIDE },
];
