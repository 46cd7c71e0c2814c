// Runs in the page of a case before anything else, and reports what a visitor would see. It captures
// built-in functions at the start, so that what the page breaks later does not break it.
{
  const stringify = JSON.stringify.bind(JSON);
  const probe = { blocked: [], errors: [], failures: [], saved: [], warnings: [] };
  const widget = (at) => document.getElementsByTagName("leadership-audit")[at ?? 0];
  const root = (at) => widget(at)?.shadowRoot;
  const all = (selector, at) => root(at)?.querySelectorAll(selector) ?? [];

  probe.widget = widget;
  probe.root = root;
  probe.text = (at) => root(at)?.firstElementChild?.innerText ?? "";
  probe.heading = (at) => all("h2", at)[0]?.textContent ?? "";
  probe.button = (name, at) => {
    for (const button of all("button, label, summary", at)) {
      // A way on is named by its title; what it is for follows.
      const named = button.querySelector(":scope > span > strong") ?? button;
      const text = named.innerText.trim();
      if (text === name || (name.endsWith("…") && text.startsWith(name.slice(0, -1)))) return button;
    }
    return null;
  };
  probe.stored = () => {
    const found = {};
    for (let at = 0; at < localStorage.length; at++) {
      const key = localStorage.key(at);
      found[key] = localStorage.getItem(key);
    }
    return stringify(found);
  };
  /** The position, size and computed style of every element inside the widget, one a line. */
  probe.drawn = () => {
    const lines = [];
    const { x: left, y: top } = root().firstElementChild.getBoundingClientRect();
    for (const element of all(".screen, .screen *")) {
      const { x, y, width, height } = element.getBoundingClientRect();
      const box = [x - left, y - top, width, height].map((number) => Math.round(number)).join(" ");
      const style = getComputedStyle(element);
      const look = [];
      for (let at = 0; at < style.length; at++) {
        const name = style[at];
        // Custom properties of the page are inherited; only what they change matters.
        if (!name.startsWith("--")) look.push(`${name}: ${style.getPropertyValue(name)}`);
      }
      lines.push(`${element.localName} ${box}; ${look.join("; ")}`);
    }
    return lines.join("\n");
  };

  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
    probe.blocked.push(`${violatedDirective} ${blockedURI}`);
  });
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob) => {
    blob.text().then((text) => probe.saved.push(text));
    return createObjectURL.call(URL, blob);
  };
  const { click } = HTMLElement.prototype;
  HTMLElement.prototype.click = function () {
    if (!this.hasAttribute("download")) click.call(this);
  };
  const { warn } = console;
  console.warn = (...values) => {
    probe.warnings.push(values.map(String).join(" "));
    warn.apply(console, values);
  };
  addEventListener("error", ({ message }) => probe.errors.push(String(message)));
  addEventListener("unhandledrejection", ({ reason }) => probe.errors.push(String(reason)));
  addEventListener("leadership-audit-failed", ({ detail }) => probe.failures.push(detail.kind));
  globalThis.probe = probe;
}
