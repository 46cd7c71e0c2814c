// The SurveyJS model used by both SurveyJS candidates (v2 renderer, v3 renderer).
import { definition, load, save, scores, chart, download } from "./shared.js";

export function build(Model) {
  const def = definition();
  const survey = new Model({
    title: def.title,
    showProgressBar: true,
    progressBarType: "questions",
    showQuestionNumbers: "off",
    pages: def.items.map((it) => ({
      name: "p-" + it.id,
      elements: [
        {
          type: "radiogroup",
          name: it.id,
          title: it.text,
          isRequired: true,
          choices: def.options.map((text, k) => ({ value: k + 1, text })),
        },
      ],
    })),
  });
  const answers = () => def.items.map((it) => survey.getValue(it.id) || 0);
  const keep = () => save(def, survey.currentPageNo, answers());

  const s = load(def);
  if (s.a.some(Boolean)) {
    survey.data = Object.fromEntries(def.items.map((it, k) => [it.id, s.a[k]]).filter((x) => x[1]));
    survey.currentPageNo = s.i;
  }
  survey.onValueChanged.add(keep);
  survey.onCurrentPageChanged.add(keep);
  survey.onCompleting.add(() => {
    const rows = scores(def, answers());
    survey.completedHtml = `<h2>Results</h2>${chart(rows)}<ul>${rows.map((x) => `<li>${x.label}: <b>${x.mean.toFixed(2)}</b></li>`).join("")}</ul><button id="dl">Download JSON</button>`;
  });
  document.addEventListener("click", (e) => {
    if (e.target.id === "dl") download(def, answers());
  });
  return survey;
}
