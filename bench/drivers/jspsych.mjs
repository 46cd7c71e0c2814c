export default {
  name: "jspsych",
  page: {
    item: () => $(".jspsych-survey-likert-statement")?.textContent,
    radio: (v) => document.querySelectorAll(".jspsych-survey-likert-opts input")[v - 1],
    chosen: (v) => document.querySelectorAll(".jspsych-survey-likert-opts input")[v - 1].checked,
    next: () => $("#jspsych-survey-likert-next"),
    results: () => $("#results h2"),
    means: () => [...document.querySelectorAll("#results li b")].map((x) => +x.textContent),
  },
};
