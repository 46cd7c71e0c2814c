// Takes the pictures of docs/authoring.md from dist/: `node tests/e2e/own-pictures.mjs`.
import { readFileSync } from "node:fs";
import { hostPage, serve } from "./server.mjs";
import { PROJECT, launch, newContext, open } from "./widget.mjs";

const SHEET = `Scale,Statement,Reversed,Form
Focus,I know by Monday noon what matters most.,,short
Focus,I start something new while the last is half done.,perhaps,
,I say at the beginning what a meeting has to decide.,,short
Meetings,I end a meeting when its work is done.,,
`;
const MENDED = SHEET.replace("perhaps", "x").replace("\n,I", "\nMeetings,I");
const folder = `${PROJECT}docs/own-questionnaire/`;

const server = await serve({});
const browser = await launch();
const context = await newContext(browser, { viewport: { width: 1280, height: 900 }, colorScheme: "light" });
const page = await open(context, server.address);
const choose = (text) =>
  page.locator("#own-file").setInputFiles({ name: "work-habits.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
const picture = (selector, name) => page.locator(selector).screenshot({ path: `${folder}${name}.png` });

await choose(SHEET);
await page.locator("#own-verdict").getByText("ready yet").waitFor();
await picture("section.own", "1-faults");
await choose(MENDED);
await page.locator("#own-verdict").getByText("is ready").waitFor();
await page.locator("#own-noted summary").click();
await picture("section.own", "2-ready");
await page.locator("section.preview").scrollIntoViewIfNeeded();
await page.locator("leadership-audit .promise").waitFor();
await picture("section.preview", "3-preview");
await page.locator("#base").fill("https://coach.example/leadership-audit/");
await page.locator("#base").blur();
await picture("section.snippet .output:not([hidden])", "4-snippet");
const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#own-save").click()]);
server.behaviour.pages = {
  "/page": hostPage({ attributes: 'src="/own.json" start="audit"' }),
  "/own.json": readFileSync(await download.path(), "utf8"),
};
const other = await open(context, `${server.address}page`);
await other.locator("leadership-audit fieldset.item").waitFor();
await other.locator("leadership-audit").screenshot({ path: `${folder}5-page.png` });
await browser.close();
await server.stop();
