export default {
  name: "react",
  completes: 3600,
  page: {
    item: () => $("legend")?.textContent,
    radio: (v) => $(`input[value="${v}"]`),
    chosen: (v) => $(`input[value="${v}"]`).checked,
    next: () => $("nav button:last-child"),
    results: () => $("h2"),
    means: () => [...document.querySelectorAll("li b")].map((x) => +x.textContent),
  },
};
