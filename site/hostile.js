// Turns the demo page into a hostile host, to show that its styles do not reach into the widget.

const RUDE = `
  .stage *, .stage leadership-audit, .stage leadership-audit * {
    all: unset !important;
    font: italic 700 40px/3 cursive !important;
    color: #ff00c8 !important;
    background: #fff200 !important;
    box-sizing: content-box !important;
    letter-spacing: 0.3em !important;
    text-align: end !important;
    text-transform: uppercase !important;
    white-space: pre !important;
  }
  .stage .neighbour {
    display: block !important;
    border: 6px dashed #ff00c8 !important;
    line-height: 1.4 !important;
    white-space: normal !important;
    overflow-wrap: anywhere !important;
  }`;

const sheet = new CSSStyleSheet();
sheet.replaceSync(RUDE);

/** @param {HTMLInputElement} toggle @param {HTMLElement} neighbour a line of the host page */
export function canTurnHostile(toggle, neighbour) {
  const turn = () => {
    const others = document.adoptedStyleSheets.filter((other) => other !== sheet);
    document.adoptedStyleSheets = toggle.checked ? [...others, sheet] : others;
    neighbour.hidden = !toggle.checked;
  };
  toggle.addEventListener("change", turn);
  turn();
}
