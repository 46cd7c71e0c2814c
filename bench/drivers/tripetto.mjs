// Draws into an iframe of its own origin: $f() is that iframe's document.
export default {
  name: "tripetto",
  frame: true, // paint and event timings of the page around it do not see inside
  page: {
    item: () => $("[data-block] label", $f())?.textContent,
    radio: (v) => $f().querySelectorAll("[data-block] button")[v - 1],
    // An item is required, so the Next button is enabled exactly when it is answered.
    chosen: () => !$("nav button", $f()).disabled,
    next: () => $("nav button", $f()),
    results: () => $("#results"),
    means: () => [...document.querySelectorAll("#results li b")].map((x) => +x.textContent),
  },
};
