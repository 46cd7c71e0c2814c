// Where rounds are: links, pasted invitations, the page for iframes, plain http, blocked storage, several tabs and
// several elements, and what owners may set.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hostPage, strictPolicy } from "./server.mjs";
import { useSite } from "./site.mjs";
import { audit, heading, save, says, start, withoutStorage } from "./steps.mjs";
import {
  PASTE,
  WELCOME,
  answerAll,
  begin,
  chat,
  code,
  invitation,
  kinds,
  number,
  paste,
  rate,
  read,
  toChoices,
  toSend,
} from "./steps-rounds.mjs";
import { INSTRUMENT, answer, noteFaults, pressButton, storedAnswers } from "./widget.mjs";

const OWN = { ...INSTRUMENT, id: "own", title: "Our own" };
const page = (attributes, after = "") => hostPage({ bare: true, attributes, after });

// Chromium takes this host for a page on plain http, and asks nobody for its address.
const site = useSite(
  {
    headers: { "content-security-policy": strictPolicy() },
    pages: {
      "/coach": page(""),
      "/round": page('start="round"'),
      "/moved": page('round-href="/answers?from=a#b"'),
      "/answers": page(""),
      "/own": page('src="/own.json"'),
      "/two": page("", '<leadership-audit audit-id="second"></leadership-audit>'),
      "/tab": page('retain="session"'),
      "/own.json": JSON.stringify(OWN),
    },
  },
  "--host-resolver-rules=MAP plain.example 127.0.0.1",
);

/** The link to a new round on this page, and whoever collects. */
async function collecting(path = "coach", asks = { people: 3, least: 3 }) {
  const coach = await site.open(path);
  await toChoices(coach);
  return { coach, ...(await begin(coach, asks)) };
}

const isInvited = (rater) => heading(rater, "How do you see it?");

/** A rater with everything answered, who has not locked it yet. */
async function answered(link, context) {
  const rater = await site.open(link, context && { context });
  await isInvited(rater);
  await pressButton(rater, "Start");
  await answerAll(rater, "44444");
  await heading(rater, "That’s all.");
  return rater;
}

test("a link that is opened again shows the message, and goes on where it was left", async () => {
  const { link } = await collecting();
  const rater = await site.open(link);
  await isInvited(rater);
  await pressButton(rater, "Start");
  await answerAll(rater, "44");
  await rater.goto("about:blank");
  await rater.goto(link);
  await says(rater, "This leader lets me decide how I do my own work.");
  await answerAll(rater, "444");
  await pressButton(rater, "Lock and copy");
  await heading(rater, "Your answers are locked");
  const message = await toSend(rater);
  await rater.goto("about:blank");
  await rater.goto(link);
  await says(rater, "You’ve answered already. This is your message again.");
  assert.equal(await toSend(rater), message);
  await rater.locator("leadership-audit summary", { hasText: "Forget this round" }).click();
  await pressButton(rater, "Yes, forget");
  await says(rater, "This browser has forgotten the round.");
  assert.deepEqual(await rater.evaluate(() => Object.keys(localStorage)), []);
});

test("a link opened on the page that is open loses nothing of an audit under way, and shows nothing of it", async () => {
  const { link } = await collecting();
  const rater = await site.open("coach");
  await start(rater);
  await answer(rater, "452");
  const before = await storedAnswers(rater);
  await rater.evaluate((hash) => (location.hash = hash), new URL(link).hash);
  await isInvited(rater);
  assert.equal(new URL(rater.url()).hash, "");
  assert.doesNotMatch(await audit(rater).innerText(), /3 of 36|Continue/);
  await pressButton(rater, "Start");
  await answerAll(rater, "44444");
  await pressButton(rater, "Lock and copy");
  await heading(rater, "Your answers are locked");
  assert.deepEqual(await storedAnswers(rater), before);
  await rater.reload();
  await start(rater, "Continue where you left off");
  await says(rater, /4 of 36/);
});

test("an invitation is pasted, and those that cannot be answered say why", async () => {
  const { link, text } = await collecting("coach", { asked: /12 statements for the team/, people: 3, least: 3 });
  const rater = await site.open("coach");
  await pressButton(rater, WELCOME);
  await read(rater, chat([text]));
  await isInvited(rater);
  const cut = await site.open(link.slice(0, -9));
  await says(cut, "This invitation is damaged, or somebody has changed it.");
  const other = await site.open(link.replace("/coach", "/own"));
  await says(other, "This page doesn’t have the questions of this round, so it asks nothing.");
  for (const refused of [cut, other]) {
    assert.deepEqual(await refused.evaluate(() => Object.keys(localStorage)), []);
    assert.equal(await audit(refused).getByRole("button", { name: "Start", exact: true }).count(), 0);
  }
});

test("an owner's own questionnaire has the five statements only, and they work on any page", async () => {
  const own = await site.open("own");
  await toChoices(own);
  assert.equal(await audit(own).locator("fieldset.choice").nth(1).getByRole("radio").count(), 1);
  const { link } = await begin(own, { people: 3, least: 3 });
  const replies = [];
  for (const there of ["/own", "/coach", "/answers"]) {
    replies.push(await rate(await site.open(link.replace("/own", there)), "45345"));
  }
  await paste(own, chat(replies));
  await says(own, "Added. 3 messages are here.");
});

test("on plain http only the table is offered, with the reason", async () => {
  const plain = (path) => new URL(path, site.address.replace("127.0.0.1", "plain.example")).href;
  const room = await site.open(plain("coach"));
  assert.equal(await room.evaluate(() => isSecureContext), false);
  await toChoices(room);
  await says(room, "One message each needs a secure page");
  assert.equal(await audit(room).getByLabel("One message each").count(), 0);
  await number(room, 3);
  await pressButton(room, "Start");
  for (let turn = 1; turn <= 3; turn++) {
    await pressButton(room, "I’m ready");
    await answerAll(room, "44444");
    await pressButton(room, "Done, pass it on");
  }
  await pressButton(room, "Show the averages");
  await heading(room, "How the team sees the last month");

  const { link } = await collecting();
  const rater = await site.open(plain(`coach${new URL(link).hash}`));
  await says(rater, "Answers can be locked only on a secure page");
  assert.equal(await audit(rater).getByRole("button", { name: "Start", exact: true }).count(), 0);
});

test("inside the page for iframes, a link with a fragment leads to the round", async () => {
  const { coach, link } = await collecting("embed.html");
  const frame = await site.open(link);
  assert.match(new URL(frame.url()).pathname, /embed\.html$/);
  await paste(coach, chat([await rate(frame, "12345")]));
  await says(coach, "Added. There aren’t enough yet.");

  const around = await (await site.newContext()).newPage();
  noteFaults(site.watch(around));
  await around.route("**/around", (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html><title>A</title><iframe src="${link}" width="600" height="600"></iframe>` }),
  );
  await around.goto(`${site.address}around`);
  const inside = around.frameLocator("iframe").locator("leadership-audit");
  await inside.getByRole("heading", { name: "How do you see it?" }).waitFor();
  await inside.getByRole("button", { name: "Start", exact: true }).click();
  await inside.getByText("This leader shows that they notice").waitFor();
});

test("where storage is blocked, a round lasts as long as the page, which says so", async () => {
  const { coach, link } = await collecting();
  const rater = await site.open(link, { init: withoutStorage });
  await isInvited(rater);
  await says(rater, "This browser doesn’t let the page keep anything.");
  const messages = [await rate(rater, "33333")];
  for (const digits of ["44444", "55555"]) messages.push(await rate(await site.open(link), digits));
  await paste(coach, chat(messages));
  await says(coach, "Added. 3 messages are here.");

  const alone = await site.open("coach", { init: withoutStorage });
  await toChoices(alone);
  const { link: other } = await begin(alone, { people: 3, least: 3 });
  await says(alone, "Don’t close this tab before you’re done.");
  const replies = [];
  for (const digits of ["33333", "44444", "55555"]) replies.push(await rate(await site.open(other), digits));
  await paste(alone, chat(replies));
  await pressButton(alone, "Close the round");
  await pressButton(alone, "Close and show");
  await heading(alone, "How the team sees the last month");
});

test("with retain set to session, the tab keeps a round, and it goes with the tab", async () => {
  const { coach, link } = await collecting("tab");
  await says(coach, "Keep this tab open until you’re done.");
  assert.deepEqual(await coach.evaluate(() => Object.keys(localStorage)), []);
  await coach.reload();
  await pressButton(coach, "Go on collecting answers");
  await audit(coach).locator("button.way").first().click();
  assert.equal((await invitation(coach)).link, link);
});

/** Both pages return from the back/forward cache, as far as the element can tell. */
const comesBack = (rater) =>
  rater.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));

test("back from the cache or reloaded: no forgotten answer, no second message, and a table is lost", async () => {
  const { link } = await collecting();
  const context = await site.newContext();
  const rater = await answered(link, context);
  const other = await site.open(link, { context });
  await heading(other, "That’s all.");
  await pressButton(other, "Lock and copy");
  await heading(other, "Your answers are locked");
  const message = await toSend(other);
  await comesBack(rater);
  await rater.reload();
  await rater.goto(link);
  await says(rater, "You’ve answered already.");
  assert.equal(await toSend(rater), message);
  assert.deepEqual(await kinds(rater), ["invitation", "mine"]);

  const room = await site.open("coach");
  await toChoices(room);
  await audit(room).getByLabel("Around the table").check();
  await number(room, 3);
  await pressButton(room, "Start");
  await pressButton(room, "I’m ready");
  await answerAll(room, "55");
  const asks = room.waitForEvent("dialog");
  await room.close({ runBeforeUnload: true });
  const asked = await asks;
  assert.equal(asked.type(), "beforeunload");
  await asked.dismiss();
  await comesBack(room);
  await audit(room).getByRole("button", { name: "Ask others" }).waitFor();
  assert.equal(await audit(room).locator(".option").count(), 0);
  assert.deepEqual(await room.evaluate(() => Object.keys(localStorage)), []);
});

/** Has whatever wants the lock on the round of this page wait, until the function that it returns is called. */
async function holding(page) {
  const holder = await site.open("coach", { context: page.context() });
  await holder.evaluate(() => {
    const [, round] = Object.keys(localStorage).map((key) => /:round:([0-9a-f]{32}):/.exec(key)).find(Boolean);
    const free = new Promise((resolve) => (window.free = resolve));
    return new Promise((got) => navigator.locks.request(`leadership-audit:round:${round}`, () => (got(), free)));
  });
  return () => holder.evaluate(() => window.free());
}

test("two tabs of one rater that lock at the same time make one message", async () => {
  const { coach, link } = await collecting();
  const context = await site.newContext();
  const one = await answered(link, context);
  const other = await site.open(link, { context });
  await heading(other, "That’s all.");
  const release = await holding(one);
  for (const tab of [one, other]) {
    await pressButton(tab, "Lock and copy");
    await heading(tab, "One moment…");
  }
  await release();
  const messages = [];
  for (const tab of [one, other]) {
    await heading(tab, "Your answers are locked");
    messages.push(await toSend(tab));
  }
  assert.equal(messages[0], messages[1]);
  assert.deepEqual(await kinds(one), ["invitation", "mine"]);
  await paste(coach, chat(messages));
  assert.equal((await kinds(coach)).filter((kind) => kind === "seen").length, 1);
});

test("two tabs of one collector that close at the same time make one outcome", async () => {
  const { coach, link } = await collecting();
  const replies = [];
  for (const digits of ["33333", "44444", "55555"]) replies.push(await rate(await site.open(link), digits));
  const tabs = [coach, await site.open(link, { context: coach.context() })];
  await coach.goto(link);
  for (const tab of tabs) await audit(tab).getByLabel(PASTE).waitFor();
  await paste(coach, chat(replies));
  const release = await holding(coach);
  for (const tab of tabs) {
    await pressButton(tab, "Close the round");
    await pressButton(tab, "Close and show");
    await says(tab, "One moment…");
  }
  await release();
  for (const tab of tabs) {
    await audit(tab).getByText(/How the team sees the last month/).first().waitFor();
  }
  assert.deepEqual(await kinds(coach), ["outcome"]);
});

test("a link to a round of one's own shows that round", async () => {
  const { coach, link } = await collecting();
  const again = await site.open(link, { context: coach.context() });
  await audit(again).getByLabel(PASTE).waitFor();
  assert.equal(await code(again), await code(coach));
});

test("of two elements the first takes an invitation, and the other is as it was", async () => {
  const { link } = await collecting();
  const rater = await site.open(link.replace("/coach", "/two"));
  const [first, second] = [rater.locator("leadership-audit").first(), rater.locator("leadership-audit").last()];
  await first.getByRole("heading", { name: "How do you see it?" }).waitFor();
  await second.scrollIntoViewIfNeeded();
  await second.getByRole("button", { name: WELCOME }).waitFor();
  await rater.evaluate((hash) => (location.hash = hash), new URL(link).hash);
  await rater.waitForFunction(() => location.hash === "");
  await first.getByRole("heading", { name: "How do you see it?" }).waitFor();
  assert.equal(await second.getByRole("heading", { name: "How do you see it?" }).count(), 0);
});

test("an owner begins with a round, and has invitations lead to another page", async () => {
  const coach = await site.open("round");
  await audit(coach).getByRole("button", { name: "Ask others" }).waitFor();
  assert.equal(await coach.evaluate(() => document.activeElement === document.body), true, "focus is not taken");
  const { link } = await collecting("moved");
  assert.match(link, new RegExp(`^${site.address}answers\\?from=a#LA1\\.I\\.`));
  await isInvited(await site.open(link));
});

test("several rounds at once have names of their own", async () => {
  const { coach } = await collecting();
  await audit(coach).getByLabel("What do you call this round?").fill("K., autumn");
  await pressButton(coach, "Back");
  await pressButton(coach, "Ask others");
  await begin(coach, { people: 4, least: 3 });
  await audit(coach).getByLabel("What do you call this round?").fill("M.");
  await coach.reload();
  await pressButton(coach, "Go on collecting answers");
  for (const name of ["K., autumn", "M."]) {
    await audit(coach).locator("button.way", { hasText: name }).waitFor();
  }
});

test("a backup has the answers of one's own, and no key, answer or message of a round", async () => {
  const { coach, link } = await collecting();
  await paste(coach, chat([await rate(await site.open(link), "33333")]));
  await pressButton(coach, "Back");
  await pressButton(coach, "Back");
  await start(coach);
  await answer(coach, "45");
  await coach.route("**/*-widget_bg.wasm", (route) => route.abort());
  await coach.reload();
  await says(coach, "What you answered before is still here.");
  const { text } = await save(coach, "Save everything stored here as a file");
  delete coach.faults;
  const names = Object.keys(JSON.parse(text).records);
  assert.equal(names.filter((name) => name.includes(":answer:")).length, 2);
  assert.doesNotMatch(text, /:round:|LA1/);
  assert.deepEqual(await kinds(coach), ["invitation", "key", "seen"]);
});
