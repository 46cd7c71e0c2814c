// The first item in the HTML, no script: only its load is measured.
export default {
  name: "floor",
  loadOnly: true,
  page: {
    item: () => $("legend")?.textContent,
    radio: (v) => $(`input[value="${v}"]`),
  },
};
