// Tripetto "classic" runner, paginated: the vendor's own scale block, one per
// page. Answers are kept on every change. The runner draws into an iframe of
// its own; its closing message holds the three means.
import { run } from "@tripetto/runner-classic";
import { Export } from "@tripetto/runner";
import { definition, save, scores, download } from "../shared.js";

const def = definition(),
  n = def.items.length;
const options = def.options.map((name, k) => ({ id: "o" + (k + 1), name, value: String(k + 1) }));
const answers = def.items.map(() => 0);
const host = document.getElementById("app");

function read(instance) {
  let done = 0;
  for (const f of Export.fields(instance).fields) {
    answers[f.index] = +f.value || 0;
    if (f.value) done++;
  }
  save(def, Math.min(done, n), answers);
}

run({
  element: host,
  display: "inline",
  styles: { mode: "paginated", showProgressbar: true, showPageIndicators: false, autoFocus: false },
  definition: {
    name: def.title,
    builder: { name: "tripetto", version: "8.0.0" },
    sections: def.items.map((it) => ({
      id: "s-" + it.id,
      nodes: [
        {
          id: it.id,
          name: it.text,
          nameVisible: true,
          slots: [
            {
              id: "x-" + it.id,
              type: "string",
              reference: "scale",
              kind: "static",
              label: "Scale",
              required: true,
            },
          ],
          block: { type: "@tripetto/block-scale", version: "4.0.3", mode: "options", options },
        },
      ],
    })),
    epilogue: { title: "Results", description: "Your answers were received." },
  },
  onChange: read,
  onSubmit: () => true,
  onComplete: (instance) => {
    read(instance); // onChange is debounced and may not have seen the last answer
    const box = document.createElement("section");
    box.id = "results";
    box.innerHTML = `<ul>${scores(def, answers)
      .map((x) => `<li>${x.label}: <b>${x.mean.toFixed(2)}</b></li>`)
      .join("")}</ul><button>Download JSON</button>`;
    box.querySelector("button").onclick = () => download(def, answers);
    host.after(box);
  },
});
