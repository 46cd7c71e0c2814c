// What tests of the builder do: open it, set something, read the snippet.

export const snippet = (page) => page.locator("#snippet").inputValue();
export const attribute = (page, name) => page.locator("leadership-audit").getAttribute(name);
export const said = (page, name) => page.locator(`#${name}-said`).textContent();

/** The builder, once the snippet is pinned. `path` may be a fragment. */
export async function openBuilder(site, path = "", options = {}) {
  const page = await site.open(path, options);
  await page.waitForFunction(() => document.querySelector("#snippet").value.includes("sha384-"));
  return page;
}

export async function choose(page, selector, value) {
  const control = page.locator(selector);
  if ((await control.evaluate((element) => element.localName)) === "select") {
    await control.selectOption(value);
  } else {
    await control.fill(value);
    await control.blur();
  }
}

/** Shows a screen in the preview. */
export async function preview(page, screen) {
  await page.getByLabel("Preview of").selectOption({ label: screen });
  await page.waitForFunction(() => !document.querySelector("#stage").ariaBusy);
}

/** Opens what the builder wrote as a page of another origin, with these headers. */
export async function openPasted(site, builder, headers) {
  await builder.locator("#base").fill(site.address);
  await builder.locator("#base").blur();
  const pasted = `<!doctype html><title>Pasted</title>${await snippet(builder)}`;
  const server = await site.serve({ headers, pages: { "/pasted": pasted } });
  const page = await builder.context().newPage();
  await page.goto(`${server.address}pasted`);
  return page;
}
