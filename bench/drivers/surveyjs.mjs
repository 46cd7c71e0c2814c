export default {
  name: "surveyjs",
  page: {
    item: () => $(".sd-question")?.dataset.name,
    radio: (v) => $(`.sd-question input[type=radio][value="${v}"]`).closest("label"),
    chosen: (v) => $(`.sd-question input[type=radio][value="${v}"]`).checked,
    next: () => $(".sd-navigation__next-btn") || $(".sd-navigation__complete-btn"),
    results: () => $(".sd-completedpage h2"),
    means: () =>
      [...document.querySelectorAll(".sd-completedpage li b")].map((x) => +x.textContent),
  },
};
