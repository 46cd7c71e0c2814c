// Lower bound: hand-written custom element in a shadow root. The skeleton is
// built once; moving to another item only changes text and properties.
import { definition, load, save, scores, chart, download } from "../shared.js";
import css from "../widget.css";

customElements.define(
  "likert-widget",
  class extends HTMLElement {
    connectedCallback() {
      const def = definition(),
        n = def.items.length,
        s = load(def),
        a = s.a;
      let i = s.i;
      const r = this.attachShadow({ mode: "open" });
      r.innerHTML = `<style>${css}</style><section class="w" aria-label="${def.title}"><progress max="${n}"></progress><p></p><fieldset><legend tabindex="-1"></legend>${def.options.map((o, k) => `<label><input type="radio" name="v" value="${k + 1}">${o}</label>`).join("")}</fieldset><nav><button>Back</button><button>Next</button></nav></section>`;
      const q = (x) => r.querySelector(x),
        box = q("section"),
        bar = q("progress"),
        pos = q("p"),
        leg = q("legend");
      const radios = r.querySelectorAll("input"),
        [back, next] = r.querySelectorAll("button");
      const show = () => {
        if (i >= n) {
          const sc = scores(def, a);
          box.innerHTML = `<h2 tabindex="-1">Results</h2>${chart(sc)}<ul>${sc.map((x) => `<li>${x.label}: <b>${x.mean.toFixed(2)}</b></li>`).join("")}</ul><nav><button>Download JSON</button></nav>`;
          q("button").onclick = () => download(def, a);
          q("h2").focus();
          return;
        }
        leg.textContent = def.items[i].text;
        pos.textContent = `${i + 1} / ${n}`;
        bar.value = i;
        radios.forEach((x, k) => {
          x.checked = a[i] === k + 1;
        });
        back.disabled = !i;
        next.disabled = !a[i];
      };
      r.addEventListener("change", (e) => {
        a[i] = +e.target.value;
        save(def, i, a);
        next.disabled = false;
      });
      const go = (d) => {
        i += d;
        save(def, i, a);
        show();
        i < n && leg.focus();
      };
      back.onclick = () => go(-1);
      next.onclick = () => go(1);
      show();
    }
  },
);
