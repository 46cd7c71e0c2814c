// Buttons that show the questionnaire of a page in another language.
for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => {
    document.querySelector("leadership-audit").lang = button.dataset.language;
  });
}
