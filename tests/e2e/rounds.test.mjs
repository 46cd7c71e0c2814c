// Rounds from end to end under the strict policy: each person with a browser of their own, the messages between them as
// a chat changes them.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { after, test } from "node:test";
import { strictPolicy } from "./server.mjs";
import { useSite } from "./site.mjs";
import { audit, finish, hear, heard, heading, onResults, says } from "./steps.mjs";
import {
  answerAll,
  begin,
  chat,
  close,
  code,
  countTaps,
  kinds,
  leftNoFragment,
  noteReplacing,
  number,
  paste,
  rate,
  read,
  taps,
  toChoices,
  toSend,
} from "./steps-rounds.mjs";
import { PROJECT, pressButton, stored } from "./widget.mjs";

const requests = [];
const site = useSite({
  headers: { "content-security-policy": strictPolicy() },
  request: ({ method, url, headers }) => requests.push({ method, url, from: headers.referer ?? "" }),
});

/** What each journey took, for docs/rounds.md; printed at the end. */
const table = [];
after(() => console.table(table));

/** A new person on a page. */
async function person(path) {
  const context = await site.newContext({ viewport: { width: 360, height: 740 } });
  for (const script of [countTaps, noteReplacing, hear]) await context.addInitScript(script);
  const page = await site.open(path, { context });
  await taps(page);
  return page;
}

/** A person who opens an invitation, which leaves the address at once. */
async function invited(link) {
  const page = await person(link);
  await heading(page, "How do you see it?");
  await audit(page).getByRole("button", { name: "Start", exact: true }).waitFor();
  await leftNoFragment(page);
  return page;
}

/** Nothing but static files was asked for, whatever was answered, and no host page heard anything. */
async function keptSecret(...pages) {
  for (const { method, url, from } of requests) {
    const { pathname, search } = new URL(url, site.address);
    const path = pathname === "/" ? "/index.html" : pathname;
    assert.ok(existsSync(`${PROJECT}dist${path}`), url);
    assert.equal(method + search, "GET", url);
    assert.doesNotMatch(url + from, /LA1/i);
  }
  for (const page of pages) {
    assert.deepEqual((await page.evaluate(() => window.heard)).filter(([what]) => what !== "ready"), []);
    assert.doesNotMatch(JSON.stringify(await heard(page)), /LA1|round/);
  }
}

/** What a page has asked for so far, by path. */
const asked = (page) =>
  page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname).sort());

test("a coach collects about a leader, who passes the link on, and reads the outcome", async () => {
  const coach = await person("");
  await toChoices(coach);
  const before = await taps(coach);
  const asks = { asked: /12 statements for the team/, people: 5, passes: "The leader does" };
  const { text, link, code: theirs } = await begin(coach, asks);
  const beginning = await taps(coach);
  assert.match(text, /\[Write the name here\] would like to know how you see them/);
  assert.match(text, /from 5 people on/);
  await says(coach, "The leader passes your link on.");
  assert.deepEqual(await kinds(coach), ["invitation", "key"]);

  const files = [];
  const replies = [];
  const rating = [];
  for (const digits of ["555555555555", "123451234512", "444400004444", "111111111111", "454545454545"]) {
    // The link as the leader's chat has it.
    const rater = await invited(link);
    assert.equal(await code(rater), theirs, "the number that is compared aloud");
    await says(rater, "Their page shows averages only, from 5 people on.");
    assert.deepEqual(await stored(rater), {}, "only looking stores nothing");
    replies.push(await rate(rater, digits));
    rating.push(await taps(rater));
    assert.deepEqual(await kinds(rater), ["invitation", "mine"], "the answers are forgotten");
    await settle(rater);
    files.push(await asked(rater));
    await keptSecret(rater);
    await rater.context().close();
  }
  for (const other of files) assert.deepEqual(other, files[0], "no answer chooses a file");
  assert.deepEqual(new Set(rating), new Set([14]));

  await paste(coach, chat(replies.slice(0, 2)));
  await says(coach, "Added. There aren’t enough yet.");
  assert.equal(await audit(coach).getByRole("button", { name: "Close the round" }).count(), 0);
  await paste(coach, chat([...replies.slice(2), replies[0]]));
  await says(coach, "Added. 5 messages are here. You can close the round now.");
  const pasting = await taps(coach);
  await close(coach, "How the team sees it");
  const closing = await taps(coach);
  assert.deepEqual(await kinds(coach), ["outcome"]);
  await says(coach, "5 people answered.");
  await coach.locator("leadership-audit summary", { hasText: "Copy for the leader" }).click();
  const outcome = await toSend(coach);
  await audit(coach).getByRole("button", { name: "Copy", exact: true }).first().click();
  const handing = await taps(coach);

  const leader = await person("");
  await finish(leader);
  await pressButton(leader, "See how others see it");
  await read(leader, chat([outcome]));
  await heading(leader, "How the team sees it");
  await says(leader, "Nobody has signed this.");
  await pressButton(leader, "Keep");
  await says(leader, /^Your answers come to \d+, your team’s to about \d+\.$/);
  const shown = [leader, coach].map((page) => audit(page).getByText(/^5 people answered\./).first().innerText());
  const [one, other] = await Promise.all(shown);
  assert.equal(one, other, "both see the same figures");
  await pressButton(leader, "Back");
  await pressButton(leader, "Back");
  await onResults(leader);
  await says(leader, "How others saw it");
  await keptSecret(coach);
  assert.deepEqual([beginning, pasting, closing], [6, 2, 2]);
  table.push({ journey: "sealed, 12 statements, coach", begin: beginning, before, paste: 1, close: closing, hand: handing, rater: 14, sends: "coach 2, rater 1" });
});

/** Waits for what was asked for. */
const settle = (page) => page.waitForLoadState("networkidle");

test("a leader collects about themself and sees both side by side", async () => {
  const leader = await person("");
  await finish(leader);
  await taps(leader);
  await pressButton(leader, "See how others see it");
  await pressButton(leader, "Ask others");
  const { text, link } = await begin(leader, { asked: /12 statements for peers/, people: 3, least: 3, about: "me" });
  assert.match(text, /I’d like to know how you see me/);
  const replies = [];
  for (const digits of ["555555555555", "555555555555", "555555555555"]) {
    const rater = await invited(link);
    await says(rater, "With so few people, others can guess more easily who said what.");
    replies.push(await rate(rater, digits));
  }
  await paste(leader, chat(replies));
  await close(leader, "How peers see it");
  await says(leader, "It’s a hint to talk about, no more");
  await says(leader, /^Your answers come to \d+, your peers’ to about \d+/);
  await pressButton(leader, "Back");
  await pressButton(leader, "Back");
  await onResults(leader);
  const pair = audit(leader).locator(".row.pair");
  assert.equal(await pair.count(), 1);
  assert.deepEqual((await pair.locator(".key span").allInnerTexts()).map((it) => it.split(" ")[0]), ["You", "Others"]);
});

test("one boss reads that they aren't anonymous, and one message is enough", async () => {
  const leader = await person("");
  await toChoices(leader);
  await taps(leader);
  const { text, link } = await begin(leader, { asked: /12 statements for one boss/, about: "me" });
  const beginning = await taps(leader);
  assert.match(text, /It isn’t anonymous/);
  const boss = await invited(link);
  await says(boss, "This isn’t anonymous. The leader will know the answers are yours");
  await paste(leader, chat([await rate(boss, "444444444443")]));
  await close(leader, "How the boss sees it");
  await says(leader, /^The boss’s answers come to \d+\./);
  table.push({ journey: "sealed, one boss", begin: beginning, paste: 1, close: 2, rater: await taps(boss), sends: "leader 1, boss 1" });
});

test("a board of three answers as a group, and two bosses are none", async () => {
  const coach = await person("");
  await toChoices(coach);
  await audit(coach).getByLabel(/12 statements for a board/).check();
  await audit(coach).getByRole("radio", { name: "3", exact: true }).check();
  await number(coach, 2);
  await pressButton(coach, "Next");
  await says(coach, "Ask two bosses one at a time.");
  const { link } = await begin(coach, { people: 3 });
  const replies = [];
  for (const digits of ["444444444444", "333333333333", "555555000000"]) {
    const rater = await invited(link);
    if (digits.endsWith("0")) {
      await pressButton(rater, "Start");
      await answerAll(rater, digits);
      await says(rater, "You’ve answered 6 of 12, and it takes 7.");
      assert.equal(await audit(rater).getByRole("button", { name: "Lock and copy" }).count(), 0);
      await pressButton(rater, "Back");
      await answerAll(rater, "5");
      await pressButton(rater, "Lock and copy");
      await heading(rater, "Your answers are locked");
      replies.push(await toSend(rater));
    } else replies.push(await rate(rater, digits));
  }
  await paste(coach, chat(replies));
  await close(coach, "How the board or the bosses see it");
});

test("a questionnaire with five statements of its own: these are asked, and the figures stand beside them", async () => {
  const { pulse } = JSON.parse(readFileSync(`${PROJECT}examples/questionnaires/handing-over.json`));
  const coach = await person("questionnaires/handing-over.html");
  await toChoices(coach);
  const { link } = await begin(coach, { people: 5 });
  const replies = [];
  for (const digits of ["54321", "44444", "55555", "33333", "12345"]) {
    const rater = await invited(link);
    if (replies.length === 0) {
      await audit(rater).getByRole("button", { name: "Start", exact: true }).click();
      await audit(rater).getByRole("heading", { name: pulse[0] }).waitFor();
      await answerAll(rater, digits);
      await pressButton(rater, "Lock and copy");
      await heading(rater, "Your answers are locked");
      replies.push(await toSend(rater));
    } else replies.push(await rate(rater, digits));
    await rater.context().close();
  }
  await paste(coach, chat(replies));
  await close(coach, "How the team sees the last month");
  const figures = await audit(coach).locator(".pulse li").allTextContents();
  for (const [index, text] of figures.entries()) assert.ok(text.includes(pulse[index]), text);
  assert.equal(figures.length, pulse.length);
});

test("five people answer the pulse by messages, one too many, and one damaged", async () => {
  const coach = await person("");
  await toChoices(coach);
  await taps(coach);
  const { link } = await begin(coach, { people: 5 });
  const beginning = await taps(coach);
  const replies = [];
  for (const digits of ["54321", "44444", "55555", "33333", "12345", "22222"]) {
    const rater = await invited(link);
    replies.push(await rate(rater, digits));
    assert.equal(await taps(rater), 7);
    await rater.context().close();
  }
  const cut = replies[0].slice(0, -20);
  await paste(coach, `${cut}\n---`);
  await says(coach, "1 message is cut off or changed");
  await paste(coach, chat(replies));
  await says(coach, "There are 6 messages, and you said that 5 would answer.");
  await pressButton(coach, "Close the round");
  await pressButton(coach, "Close and show");
  await says(coach, "More than 5 messages are valid.");
  assert.equal((await kinds(coach)).filter((kind) => kind === "seen").length, 6);
  await audit(coach).getByRole("button", { name: "Take it out" }).last().click();
  await says(coach, "Taken out.");
  await close(coach, "How the team sees the last month");
  assert.equal(await audit(coach).locator(".pulse li").count(), 5);
  await pressButton(coach, "Back");
  table.push({ journey: "sealed, five statements", begin: beginning, paste: 1, close: 2, rater: 7, sends: "coach 1, rater 1" });
  // Another round at once would show what a new person said.
  await pressButton(coach, "Ask others");
  await audit(coach).getByLabel("Only one or two people are new since then").waitFor();
  await says(coach, /^The last round of this kind ended on/);
});

for (const people of [5, 4]) {
  test(`${people} people answer around the table`, async () => {
    const room = await person("");
    await toChoices(room);
    await taps(room);
    await audit(room).getByLabel("Around the table").check();
    await number(room, people);
    await says(room, "This page keeps only totals while the device goes round; it never stores what one person answered.");
    if (people < 5) await says(room, "With so few people, the result is only a hint.");
    await pressButton(room, "Start");
    const beginning = await taps(room);
    for (let turn = 1; turn <= people; turn++) {
      await heading(room, `Person ${turn} of ${people}`);
      await pressButton(room, "I’m ready");
      await answerAll(room, "35142");
      assert.equal(await audit(room).getByRole("button", { name: "Back", exact: true }).count(), 0);
      await pressButton(room, "Done, pass it on");
      assert.equal(await taps(room), 7);
      assert.deepEqual(await stored(room), {}, "nothing is stored meanwhile");
      assert.equal(await audit(room).locator("[aria-pressed=true]").count(), 0);
    }
    await heading(room, `${people} people have answered. Is that all of you, without the leader?`);
    await pressButton(room, "Show the averages");
    await heading(room, "How the team sees the last month");
    const closing = await taps(room);
    assert.equal(await audit(room).locator(".pulse li").count(), people === 5 ? 5 : 0);
    assert.deepEqual(await kinds(room), []);
    await pressButton(room, "Keep");
    assert.deepEqual(await kinds(room), ["outcome"]);
    assert.deepEqual([beginning, closing], [3, 1]);
    await keptSecret(room);
    table.push({ journey: `table of ${people}, five statements`, begin: beginning, close: closing, rater: 7, sends: "none" });
  });
}
