// A driver says how to use a candidate. The functions of `page` run inside the page; README.md says
// what each has to do, and lib/inpage.js what `$`, `$s`, `$b`, `$f` and `until` are.
const widget = {
  item: () => $("legend", $s("likert-widget"))?.textContent,
  radio: (v) => $(`input[value="${v}"]`, $s("likert-widget")),
  chosen: (v) => $(`input[value="${v}"]`, $s("likert-widget")).checked,
  next: () => $("button:last-child", $("nav", $s("likert-widget"))),
  results: () => $("h2", $s("likert-widget")),
  means: () => [...$s("likert-widget").querySelectorAll("li b")].map((x) => +x.textContent),
  mount: () => document.body.appendChild(document.createElement("likert-widget")),
};

export default { name: "vanilla", completes: 3600, page: widget };
