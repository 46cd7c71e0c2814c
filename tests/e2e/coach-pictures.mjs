// Takes the pictures of a coach's page for docs/coach/ from dist/: `node tests/e2e/coach-pictures.mjs`.
import { onItem, start } from "./steps.mjs";
import { DIST, folder, page, visit } from "./web.mjs";
import { PROJECT, answer, launch, newContext } from "./widget.mjs";

const COACH = "https://www.coach.example";
const STYLE = `<style>
  body { margin: 0; background: #fff; color: #26322e; font: 1rem/1.6 "DejaVu Sans", sans-serif }
  header { display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: baseline; padding: 1rem 1.5rem; border-block-end: 1px solid #d9dfdc }
  header strong { font: 1.25rem "DejaVu Serif", serif; margin-inline-end: auto }
  main { max-inline-size: 44rem; margin-inline: auto; padding: 1.5rem }
  h1 { font: 2rem/1.25 "DejaVu Serif", serif; margin-block: .5rem }
  leadership-audit { --leadership-audit-accent: #9a4a1f; display: block; margin-block: 1.5rem }
  iframe { border: 0 }
</style>`;
const around = (inside) => `${STYLE}<header><strong>Coaching for leaders</strong><span>Sessions</span><span>About</span><span>Contact</span></header>
  <main><h1>Before our first session</h1><p>Take a few minutes by yourself. Bring the result along if you like.</p>${inside}</main>`;
const pages = {
  "/tag": around(`<script type="module" src="/leadership-audit-0.1.0/leadership-audit.js"></script>
    <leadership-audit form="short"></leadership-audit>`),
  "/frame": around(`<iframe title="Embedded content" width="100%" height="850"
    src="/leadership-audit-0.1.0/embed.html?form=short&accent=%239a4a1f"></iframe>`),
};

const browser = await launch();

async function open(path, width, height) {
  const context = await newContext(browser, { viewport: { width, height }, colorScheme: "light", reducedMotion: "reduce" });
  const own = (asked) => (pages[asked] ? page(pages[asked]) : undefined);
  await visit(context, { [COACH]: [own, folder(DIST, "/leadership-audit-0.1.0/")] });
  const opened = await context.newPage();
  await opened.goto(COACH + path);
  return opened;
}

const save = (opened, name) => opened.screenshot({ path: `${PROJECT}docs/coach/${name}.png` });

const wide = await open("/tag", 1280, 940);
await start(wide);
await answer(wide, "44");
await onItem(wide);
await wide.evaluate(() => scrollTo(0, 0));
await save(wide, "page-1280");

const phone = await open("/tag", 360, 740);
await phone.locator("leadership-audit h2").waitFor();
await phone.evaluate(() => document.querySelector("leadership-audit").scrollIntoView());
await save(phone, "page-360");

const framed = await open("/frame", 1280, 1060);
await framed.frameLocator("iframe").getByRole("button", { name: "Start" }).waitFor();
await save(framed, "frame-1280");
await browser.close();
