export default {
  name: "yew-hello",
  loadOnly: true,
  page: {
    item: () => $("button")?.textContent,
    radio: () => $("button"),
  },
};
