// What people do in rounds, each in a browser of their own, and the chat between them, which changes what it carries.
import assert from "node:assert/strict";
import { audit, heading, says } from "./steps.mjs";
import { pressButton } from "./widget.mjs";

export const WELCOME = "See how others see it";
export const PEOPLE = "How many will answer, without the leader?";
export const PASTE = "Paste the replies here";

/** Runs in the page before its scripts: counts what a person presses, by fingers, mouse or Enter. */
export const countTaps = () => {
  window.taps = 0;
  addEventListener("pointerdown", () => (window.taps += 1), true);
};

/** How often a person has pressed something since this was last asked. */
export const taps = (page) =>
  page.evaluate(() => {
    const { taps } = window;
    window.taps = 0;
    return taps;
  });

/** The text that is to be sent from this screen. */
export const toSend = (page) => audit(page).locator("textarea[readonly]:visible").first().inputValue();

/** Goes from the first screen to the choices before a round. */
export async function toChoices(page) {
  await pressButton(page, WELCOME);
  await heading(page, "How do others see it?");
  await pressButton(page, "Ask others");
  await audit(page).getByText("What do you want to ask?").waitFor();
}

/** Says how many will answer. */
export async function number(page, people) {
  await audit(page).getByLabel(PEOPLE).click();
  await audit(page).getByLabel(PEOPLE).fill(String(people));
}

/**
 * Begins a round of sealed messages from the choices; returns its invitation, with the link and the number in it.
 * `asked` names the statements, `least` the number from which averages show, `about` whom they are about, and
 * `passes` who passes the link on.
 */
export async function begin(page, { asked, people, least, about = "someone else", passes }) {
  if (asked) await audit(page).getByLabel(asked).check();
  if (people) await number(page, people);
  if (least) await audit(page).getByRole("radio", { name: String(least), exact: true }).check();
  await pressButton(page, "Next");
  await audit(page).getByLabel(`I do, and they’re about ${about}`).check();
  if (passes) await audit(page).getByLabel(passes).check();
  await pressButton(page, "Start");
  return invitation(page);
}

/** The invitation on the collector's screen. */
export async function invitation(page) {
  await says(page, /^Your number is/);
  const text = await toSend(page);
  const [link] = /https?:\S+/.exec(text);
  return { text, link, code: await code(page) };
}

/** The number that is compared aloud. */
export async function code(page) {
  const said = await audit(page).getByText(/\d{4}\s\d{4}\s\d{4}/).first().innerText();
  return /\d{4}\s\d{4}\s\d{4}/.exec(said)[0].replaceAll("\u00a0", " ");
}

/** Answers each statement by the number of its option; 0 is “I can't say”. */
export async function answerAll(page, digits) {
  for (const digit of digits) {
    const screen = audit(page).locator("h2");
    const before = await screen.textContent();
    await audit(page).locator(".option").nth(digit === "0" ? 5 : Number(digit) - 1).click();
    await screen.filter({ hasNotText: before }).waitFor();
  }
}

/** A rater, from the invitation to the message. */
export async function rate(page, digits) {
  await heading(page, "How do you see it?");
  await pressButton(page, "Start");
  await answerAll(page, digits);
  await pressButton(page, "Lock and copy");
  await heading(page, "Your answers are locked");
  return toSend(page);
}

/** Pastes a text on the collector's page. */
export async function paste(page, text) {
  await audit(page).getByLabel(PASTE).fill(text);
  await pressButton(page, "Add them");
}

/** Closes the round, and waits for this heading. */
export async function close(page, name) {
  await pressButton(page, "Close the round");
  await pressButton(page, "Close and show");
  await heading(page, name);
}

/** Opens what somebody sent. */
export async function read(page, text) {
  await pressButton(page, "Did somebody send you a message?");
  await audit(page).getByLabel(/^Paste the invitation/).fill(text);
  await pressButton(page, "Open it");
}

const wrapped = (text, width, start) => text.replace(new RegExp(`(.{${width}})`, "gs"), `$1\n${start}`);

/** What chats, mail programs and people do to a text on its way; each of them, in turn. */
const CHAT = [
  (text) => `> ${wrapped(text, 40, "> ")}`,
  (text) => `“${text}”`,
  (text) => text.toLowerCase(),
  (text) => `**${text}** (edited)`,
  (text) => [...text].join("\u200b"),
  (text) => `${text.slice(0, 90)}…\n\n${text}\n${text}`,
  (text) => wrapped(text, 72, "=\r\n"),
  (text) => `[28/11/2026, 12:05:04] Ana: ${text}\n[28/11/2026, 12:05:30] Ben: thanks!`,
];

/** The messages as a chat hands them on, with its own words between. */
export function chat(messages) {
  return messages.map((text, at) => CHAT[at % CHAT.length](text)).join("\nAna Müller  12:05\n");
}

/** The names of everything that is stored of rounds, and the kinds of these records. */
export async function kinds(page) {
  const keys = await page.evaluate(() => Object.keys(localStorage));
  const kind = (key) => /:round:[0-9a-f]{32}:(\w+)|:(outcome):/.exec(key)?.slice(1).find(Boolean);
  return keys.map(kind).filter(Boolean).sort();
}

/** The fragment is gone, and was before the program asked for anything. */
export async function leftNoFragment(page) {
  assert.doesNotMatch(page.url(), /#|LA1/);
  const late = await page.evaluate(() => {
    const asked = performance.getEntriesByType("resource");
    return asked.filter(({ name, startTime }) => /\.(wasm|txt)$/.test(name) && startTime < window.replacedAt);
  });
  assert.deepEqual(late, []);
}

/** Runs in the page before its scripts: notes when the address was replaced. */
export const noteReplacing = () => {
  const { replaceState } = history;
  history.replaceState = function (...more) {
    window.replacedAt ??= performance.now();
    return replaceState.apply(this, more);
  };
};
