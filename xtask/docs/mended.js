// What mdBook's own page lacks here.

// One light and one dark look: its other three leave the menu, and “Navy” is the dark one.
for (const name of ["rust", "coal", "ayu"]) {
  document.getElementById(`mdbook-theme-${name}`)?.parentElement.remove();
}
const navy = document.getElementById("mdbook-theme-navy");
if (navy) navy.textContent = "Dark";

// The button of the table of contents is a label: no keyboard reaches it, and its state has no role.
const contents = document.getElementById("mdbook-sidebar-toggle");
if (contents) {
  contents.setAttribute("role", "button");
  contents.tabIndex = 0;
  contents.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    contents.click();
  });
}

// What scrolls sideways scrolls by keyboard, too.
for (const box of document.querySelectorAll(".table-wrapper, .content pre > code")) {
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
}
