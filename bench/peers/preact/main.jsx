// The lean framework choice: Preact inside a custom element with a shadow root.
import { render } from "preact";
import { definition } from "../shared.js";
import { Widget } from "../widget.jsx";
import css from "../widget.css";

customElements.define(
  "likert-widget",
  class extends HTMLElement {
    connectedCallback() {
      render(
        <>
          <style>{css}</style>
          <Widget def={definition()} />
        </>,
        this.attachShadow({ mode: "open" }),
      );
    }
  },
);
