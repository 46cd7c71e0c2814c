// Defines <leadership-audit> and starts the program beside this file.
import init, { mount } from "./leadership-audit-widget.js";

class LeadershipAudit extends HTMLElement {
  async connectedCallback() {
    if (this.shadowRoot) return;
    const shadow = this.attachShadow({ mode: "open" });
    const root = document.createElement("div");
    shadow.append(root);
    await init({ module_or_path: new URL("leadership-audit-widget_bg.wasm", import.meta.url) });
    mount(root);
  }
}
customElements.define("leadership-audit", LeadershipAudit);
