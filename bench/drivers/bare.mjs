// A page without a questionnaire: only its memory is measured.
export default {
  name: "bare",
  loadOnly: true,
  page: {
    item: () => $("p")?.textContent,
    radio: () => $("p"),
  },
};
