// jsPsych as its documentation sets it up: one survey-likert trial per item
// (its submit button is the Next button; jsPsych has no Back between trials).
import { initJsPsych } from "jspsych";
import "jspsych/css/jspsych.css";
import likert from "@jspsych/plugin-survey-likert";
import { definition, load, save, scores, chart, download } from "../shared.js";

const def = definition(),
  s = load(def),
  answers = s.a;
const host = document.getElementById("app");
const jsPsych = initJsPsych({
  display_element: host,
  show_progress_bar: true,
  on_finish: () => {
    const rows = scores(def, answers);
    host.innerHTML = `<section id="results"><h2>Results</h2>${chart(rows)}<ul>${rows.map((x) => `<li>${x.label}: <b>${x.mean.toFixed(2)}</b></li>`).join("")}</ul><button>Download JSON</button></section>`;
    host.querySelector("button").onclick = () => download(def, answers);
  },
});
jsPsych.run(
  def.items.slice(s.i).map((it, j) => ({
    type: likert,
    questions: [{ prompt: it.text, name: it.id, labels: def.options, required: true }],
    button_label: "Next",
    on_finish: (data) => {
      const k = s.i + j;
      answers[k] = data.response[it.id] + 1;
      save(def, k + 1, answers);
    },
  })),
);
